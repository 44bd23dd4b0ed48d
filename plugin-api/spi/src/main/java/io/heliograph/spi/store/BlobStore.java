package io.heliograph.spi.store;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteRange;
import io.heliograph.spi.bytes.ByteSink;
import io.heliograph.spi.bytes.ByteSource;
import java.util.Optional;

/**
 * Keeps sealed bytes under keys. It never sees what they mean. Safe for many threads.
 *
 * <p>A put is visible whole or not at all, and lasts once it returned.
 */
public interface BlobStore extends AutoCloseable {
    /** Keeps {@code bytes} under {@code key}, replacing what was there. Returns how many bytes were kept. */
    long put(BlobKey key, ByteSource bytes, CallContext context) throws PluginException;

    /**
     * Writes the bytes, or a run of them, to {@code sink}.
     *
     * @param range the whole when empty; a range past the end is a {@link io.heliograph.spi.ErrorKind#USER} failure
     * @return false when there is no such key; nothing was written then
     */
    boolean get(BlobKey key, Optional<ByteRange> range, ByteSink sink, CallContext context) throws PluginException;

    /** Size in bytes of what lies under the key; empty when there is nothing. */
    Optional<Long> sizeBytes(BlobKey key, CallContext context) throws PluginException;

    /** Deletes; repeating it is harmless. */
    Deletion delete(BlobKey key, CallContext context) throws PluginException;

    /**
     * Keys that begin with {@code prefix}, in ascending order.
     *
     * @param prefix empty for all
     * @param after last key of the previous page; empty to begin
     * @param limit 1 to 1,000
     */
    BlobPage list(String prefix, Optional<BlobKey> after, int limit, CallContext context) throws PluginException;

    /** Bytes that can still be kept, where the store knows. */
    default Optional<Long> freeBytes(CallContext context) throws PluginException {
        return Optional.empty();
    }

    /** Ends the instance; no call is running any more. */
    @Override
    void close();

    /** What came of a delete. */
    enum Deletion {
        DELETED,
        /** There was nothing. */
        ABSENT,
        /** Accepted and done later: the host looks again. */
        PENDING
    }
}
