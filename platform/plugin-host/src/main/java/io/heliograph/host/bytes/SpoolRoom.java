package io.heliograph.host.bytes;

import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteSource;
import io.heliograph.spi.bytes.SinkWriter;
import java.io.IOException;
import java.time.Instant;

/**
 * Sealed temporary room between an engine and the store: nothing outside it holds unstripped bytes, and nothing in it
 * can be read without its job's key. Safe for many threads; methods block on the disk.
 */
public interface SpoolRoom {
    /**
     * Takes what {@code writer} writes. When it fails, nothing is left.
     *
     * @throws IOException when {@code limitBytes} is passed or there is no room
     * @throws PluginException the writer's own failure
     */
    SpoolFile create(SpoolKey key, String mediaType, long limitBytes, SinkWriter writer)
            throws IOException, PluginException;

    /**
     * What was written. Each method of the source opens the file anew and fails with {@link IOException} when the file
     * is gone, damaged, or sealed with another key.
     */
    ByteSource open(SpoolKey key, SpoolFile file);

    /** Forgets a file; repeating it is harmless. */
    void delete(SpoolFile file) throws IOException;

    /** Forgets every file that was last written before {@code limit}; returns how many. */
    int sweep(Instant limit) throws IOException;
}
