package io.heliograph.web.join;

import io.heliograph.core.library.LibraryStore;
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
import java.util.concurrent.ConcurrentHashMap;

/** A store in memory behind the guard's rules: every call shows its permit. */
final class StoreInMemory implements LibraryStore, LibraryStore.Stores {
    private static final InstanceId ID = new InstanceId("memory");

    final Map<BlobKey, byte[]> kept = new ConcurrentHashMap<>();

    @Override
    public long put(Permit permit, BlobKey key, ByteSource bytes) throws PluginException {
        permit.check(Set.of(Gate.STORE), ID, PUT);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            long length = bytes.copyTo(out);
            kept.put(key, out.toByteArray());
            return length;
        } catch (IOException e) {
            throw failed().causedBy(e);
        } finally {
            permit.end();
        }
    }

    @Override
    public boolean get(Permit permit, BlobKey key, Optional<ByteRange> range, ByteSink sink) throws PluginException {
        permit.check(Set.of(Gate.REVEAL), ID, GET);
        try {
            byte[] bytes = kept.get(key);
            if (bytes == null) {
                return false;
            }
            ByteRange run = range.orElse(new ByteRange(0, bytes.length));
            sink.write(bytes, (int) run.offsetBytes(), (int) run.lengthBytes());
            return true;
        } catch (IOException e) {
            throw failed().causedBy(e);
        } finally {
            permit.end();
        }
    }

    @Override
    public Optional<Long> sizeBytes(Permit permit, BlobKey key) throws PluginException {
        permit.check(Set.of(Gate.REVEAL, Gate.STORE, Gate.ERASE), ID, SIZE);
        permit.end();
        return Optional.ofNullable(kept.get(key)).map(bytes -> (long) bytes.length);
    }

    @Override
    public BlobStore.Deletion delete(Permit permit, BlobKey key) throws PluginException {
        permit.check(Set.of(Gate.ERASE), ID, DELETE);
        permit.end();
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

    private static PluginException failed() {
        return PluginException.nothingHappened(ErrorKind.RESOURCES, "io", "not readable");
    }
}
