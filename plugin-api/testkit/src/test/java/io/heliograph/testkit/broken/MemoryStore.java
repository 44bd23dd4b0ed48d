package io.heliograph.testkit.broken;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteRange;
import io.heliograph.spi.bytes.ByteSink;
import io.heliograph.spi.bytes.ByteSource;
import io.heliograph.spi.store.BlobKey;
import io.heliograph.spi.store.BlobPage;
import io.heliograph.spi.store.BlobStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;

/** A correct store in memory, with switches that break one thing each. */
final class MemoryStore implements BlobStore {
    /** What is wrong with it. */
    enum Fault {
        NONE,
        KEEPS_HALF_A_PUT,
        IGNORES_RANGES,
        TAKES_RANGES_PAST_THE_END,
        DELETES_NOTHING,
        LISTS_THE_CURSOR_AGAIN,
        LISTS_WITHOUT_PREFIX,
        IGNORES_CANCELLATION,
        LEAVES_A_THREAD
    }

    private final Fault fault;
    private final ConcurrentSkipListMap<BlobKey, byte[]> blobs = new ConcurrentSkipListMap<>();

    MemoryStore(Fault fault) {
        this.fault = fault;
        if (fault == Fault.LEAVES_A_THREAD) {
            Thread.ofPlatform().daemon().name("left-behind").start(LockSupport::park);
        }
    }

    @Override
    public long put(BlobKey key, ByteSource bytes, CallContext context) throws PluginException {
        if (fault != Fault.IGNORES_CANCELLATION) {
            context.cancellation().check();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            bytes.copyTo(out);
        } catch (IOException e) {
            if (fault == Fault.KEEPS_HALF_A_PUT) {
                blobs.put(key, out.toByteArray());
            }
            throw PluginException.nothingHappened(ErrorKind.RESOURCES, "source", "The source broke off.")
                    .causedBy(e);
        }
        blobs.put(key, out.toByteArray());
        return out.size();
    }

    @Override
    public boolean get(BlobKey key, Optional<ByteRange> range, ByteSink sink, CallContext context)
            throws PluginException {
        byte[] blob = blobs.get(key);
        if (blob == null) {
            return false;
        }
        long from = range.map(ByteRange::offsetBytes).orElse(0L);
        long to = from + range.map(ByteRange::lengthBytes).orElse((long) blob.length);
        if (to > blob.length && fault != Fault.TAKES_RANGES_PAST_THE_END) {
            throw PluginException.nothingHappened(ErrorKind.USER, "range", "Past the end.");
        }
        byte[] part = fault == Fault.IGNORES_RANGES
                ? blob
                : Arrays.copyOfRange(blob, (int) Math.min(from, blob.length), (int) Math.min(to, blob.length));
        try {
            sink.write(part, 0, part.length);
        } catch (IOException e) {
            throw PluginException.nothingHappened(ErrorKind.RESOURCES, "sink", "The receiver is gone.")
                    .causedBy(e);
        }
        return true;
    }

    @Override
    public Optional<Long> sizeBytes(BlobKey key, CallContext context) {
        return Optional.ofNullable(blobs.get(key)).map(blob -> (long) blob.length);
    }

    @Override
    public Deletion delete(BlobKey key, CallContext context) {
        if (fault == Fault.DELETES_NOTHING) {
            return blobs.containsKey(key) ? Deletion.DELETED : Deletion.ABSENT;
        }
        return blobs.remove(key) == null ? Deletion.ABSENT : Deletion.DELETED;
    }

    @Override
    public BlobPage list(String prefix, Optional<BlobKey> after, int limit, CallContext context)
            throws PluginException {
        if (limit < 1 || limit > 1000) {
            throw PluginException.nothingHappened(ErrorKind.USER, "limit", "1 to 1,000.");
        }
        List<BlobKey> all = blobs.keySet().stream()
                .filter(key ->
                        fault == Fault.LISTS_WITHOUT_PREFIX || key.value().startsWith(prefix))
                .filter(key -> after.isEmpty()
                        || key.compareTo(after.get()) > (fault == Fault.LISTS_THE_CURSOR_AGAIN && limit > 1 ? -1 : 0))
                .toList();
        return new BlobPage(all.subList(0, Math.min(limit, all.size())), all.size() > limit);
    }

    @Override
    public void close() {
        blobs.clear();
    }
}
