package io.heliograph.host.guard;

import io.heliograph.host.config.StoreRole;
import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.Permit;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteRange;
import io.heliograph.spi.bytes.ByteSink;
import io.heliograph.spi.bytes.ByteSource;
import io.heliograph.spi.store.BlobKey;
import io.heliograph.spi.store.BlobPage;
import io.heliograph.spi.store.BlobStore;
import java.util.Optional;
import java.util.Set;

/** A store behind its guard. Errors of every method as in {@link InstanceGuard}. Safe for many threads. */
public final class GuardedBlobStore {
    private final InstanceGuard guard;
    private final BlobStore store;

    public GuardedBlobStore(InstanceGuard guard, BlobStore store) {
        this.guard = guard;
        this.store = store;
    }

    /**
     * {@link BlobStore#put}. Where the permit is revoked while it runs, the last chunk is refused; where that comes too
     * late, the failure has effect HAPPENED and the caller deletes the blob.
     *
     * @param bytes sealed already; read on the instance's thread
     */
    public long put(Permit permit, BlobKey key, ByteSource bytes, CallTerms terms) throws PluginException {
        long size = bytes.sizeBytes().orElse(0);
        return guard.run(permit, SpiMethod.STORE_PUT, terms, size, (context, life) -> {
            long kept = store.put(key, new GuardedSource(bytes, life), context);
            if (!life.stillGranted()) {
                throw PluginException.happened(
                        ErrorKind.CANCELLED, "revoked", "the permit was revoked as the last byte was kept");
            }
            if (bytes.sizeBytes().isPresent() && kept != size) {
                throw PluginException.happened(
                        ErrorKind.PROVIDER, "short-put", "the store kept " + kept + " of " + size + " bytes");
            }
            return kept;
        });
    }

    /**
     * {@link BlobStore#get}. The call lasts as long as the transfer; a receiver that takes nothing for the terms'
     * {@link CallTerms#noProgress} is cut off.
     *
     * @param sink written to on the instance's thread
     */
    public boolean get(Permit permit, BlobKey key, Optional<ByteRange> range, ByteSink sink, CallTerms terms)
            throws PluginException {
        return guard.run(
                permit,
                SpiMethod.STORE_GET,
                terms,
                (context, life) -> store.get(key, range, new GuardedSink(sink, life), context));
    }

    /** {@link BlobStore#sizeBytes}. */
    public Optional<Long> sizeBytes(Permit permit, BlobKey key, CallTerms terms) throws PluginException {
        return guard.run(permit, SpiMethod.STORE_SIZE, terms, (context, life) -> store.sizeBytes(key, context));
    }

    /** {@link BlobStore#delete}. */
    public BlobStore.Deletion delete(Permit permit, BlobKey key, CallTerms terms) throws PluginException {
        return guard.run(permit, SpiMethod.STORE_DELETE, terms, (context, life) -> store.delete(key, context));
    }

    /** {@link BlobStore#list}. */
    public BlobPage list(Permit permit, String prefix, Optional<BlobKey> after, int limit, CallTerms terms)
            throws PluginException {
        return guard.run(
                permit, SpiMethod.STORE_LIST, terms, (context, life) -> store.list(prefix, after, limit, context));
    }

    /** {@link BlobStore#freeBytes}. */
    public Optional<Long> freeBytes(Permit permit, CallTerms terms) throws PluginException {
        return guard.run(permit, SpiMethod.STORE_FREE, terms, (context, life) -> store.freeBytes(context));
    }

    /** What it is for. */
    public Set<StoreRole> roles() {
        return guard.config().roles();
    }

    public InstanceId id() {
        return guard.id();
    }

    public InstanceHealth health() {
        return guard.health();
    }
}
