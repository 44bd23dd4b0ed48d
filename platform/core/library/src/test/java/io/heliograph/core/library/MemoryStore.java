package io.heliograph.core.library;

import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.Permit;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteRange;
import io.heliograph.spi.bytes.ByteSink;
import io.heliograph.spi.bytes.ByteSource;
import io.heliograph.spi.policy.Gate;
import io.heliograph.spi.store.BlobKey;
import io.heliograph.spi.store.BlobStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** A guarded store in memory: shows every permit as the guard does, and can be away. */
final class MemoryStore implements LibraryStore, LibraryStore.Stores {
    static final InstanceId ID = new InstanceId("memory");

    final Map<BlobKey, byte[]> kept = new ConcurrentSkipListMap<>();
    volatile boolean away;
    volatile boolean deletesLater;
    volatile Runnable beforePut = () -> {};

    private void enter(Permit permit, String method, Gate... gates) throws PluginException {
        permit.check(Set.of(gates), ID, method);
        if (away) {
            permit.end();
            throw PluginException.nothingHappened(ErrorKind.RESOURCES, "away", "the store is away");
        }
    }

    @Override
    public long put(Permit permit, BlobKey key, ByteSource bytes) throws PluginException {
        beforePut.run();
        enter(permit, PUT, Gate.STORE);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            long length = bytes.copyTo(out);
            kept.put(key, out.toByteArray());
            return length;
        } catch (IOException e) {
            throw PluginException.nothingHappened(ErrorKind.RESOURCES, "io", "not readable")
                    .causedBy(e);
        } finally {
            permit.end();
        }
    }

    @Override
    public boolean get(Permit permit, BlobKey key, Optional<ByteRange> range, ByteSink sink) throws PluginException {
        enter(permit, GET, Gate.REVEAL);
        try {
            byte[] bytes = kept.get(key);
            if (bytes == null) {
                return false;
            }
            ByteRange run = range.orElse(new ByteRange(0, bytes.length));
            for (long at = run.offsetBytes(); at < run.offsetBytes() + run.lengthBytes(); at += 1000) {
                int length = (int) Math.min(1000, run.offsetBytes() + run.lengthBytes() - at);
                sink.write(bytes, (int) at, length);
            }
            return true;
        } catch (IOException e) {
            throw PluginException.nothingHappened(ErrorKind.RESOURCES, "io", "receiver gone")
                    .causedBy(e);
        } finally {
            permit.end();
        }
    }

    @Override
    public Optional<Long> sizeBytes(Permit permit, BlobKey key) throws PluginException {
        enter(permit, SIZE, Gate.REVEAL, Gate.STORE, Gate.ERASE);
        permit.end();
        return Optional.ofNullable(kept.get(key)).map(bytes -> (long) bytes.length);
    }

    @Override
    public BlobStore.Deletion delete(Permit permit, BlobKey key) throws PluginException {
        enter(permit, DELETE, Gate.ERASE);
        permit.end();
        if (deletesLater) {
            return BlobStore.Deletion.PENDING;
        }
        return kept.remove(key) == null ? BlobStore.Deletion.ABSENT : BlobStore.Deletion.DELETED;
    }

    @Override
    public InstanceId current() {
        return ID;
    }

    @Override
    public Optional<LibraryStore> find(InstanceId instance) {
        return instance.equals(ID) ? Optional.of(this) : Optional.empty();
    }

    /** Whether any byte of the owner is there. */
    boolean holdsAnythingOf(io.heliograph.kernel.PrincipalId owner) {
        return kept.keySet().stream()
                .anyMatch(key -> key.value().contains(owner.toString().replace("-", "")));
    }
}
