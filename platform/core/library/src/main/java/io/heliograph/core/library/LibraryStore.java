package io.heliograph.core.library;

import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.Permit;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteRange;
import io.heliograph.spi.bytes.ByteSink;
import io.heliograph.spi.bytes.ByteSource;
import io.heliograph.spi.store.BlobKey;
import io.heliograph.spi.store.BlobStore;
import java.util.Optional;

/**
 * The guarded store as the library uses it; each call takes a permit of its own. Implementations hold the duties {@code SEAL},
 * {@code STRIP_METADATA}, {@code MARK_ORIGIN} and {@code DEADLINE} for carried out: what arrives here went through the media pipeline, is
 * sealed, and has its deadline in its row.
 */
public interface LibraryStore {
    /** Words that a permit binds. */
    String PUT = "BlobStore.put";

    String GET = "BlobStore.get";
    String SIZE = "BlobStore.sizeBytes";
    String DELETE = "BlobStore.delete";

    /** See {@link BlobStore#put}. */
    long put(Permit permit, BlobKey key, ByteSource bytes) throws PluginException;

    /** See {@link BlobStore#get}. */
    boolean get(Permit permit, BlobKey key, Optional<ByteRange> range, ByteSink sink) throws PluginException;

    /** See {@link BlobStore#sizeBytes}. */
    Optional<Long> sizeBytes(Permit permit, BlobKey key) throws PluginException;

    /** See {@link BlobStore#delete}. */
    BlobStore.Deletion delete(Permit permit, BlobKey key) throws PluginException;

    /** The stores that exist now. */
    interface Stores {
        /** Where new media go. */
        InstanceId current();

        /** The store of this name; empty if it is not configured any more or does not run. */
        Optional<LibraryStore> find(InstanceId instance);
    }
}
