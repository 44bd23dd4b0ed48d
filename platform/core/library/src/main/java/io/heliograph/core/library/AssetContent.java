package io.heliograph.core.library;

import io.heliograph.core.media.MediaType;
import io.heliograph.spi.PluginException;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that a viewer may see. It is a promise of this moment: every {@link #copy} asks REVEAL again, so a deletion or a change of
 * visibility ends it.
 *
 * @param sizeBytes length of the plain file
 * @param etag strong, quoted, made of the file's checksum
 * @param isPublic whether everybody may see it: else no shared cache may keep it
 */
public record AssetContent(MediaType type, long sizeBytes, String etag, boolean isPublic, Source source) {

    /** Writes plain bytes. */
    @FunctionalInterface
    public interface Source {
        /** See {@link AssetContent#copy}. */
        void copy(long from, long to, OutputStream out) throws IOException, PluginException;
    }

    /**
     * Writes the plain bytes from {@code from} (inclusive) to {@code to} (exclusive), opening them segment by segment in constant memory. Blocks
     * for the store; outside any unit of work.
     *
     * @throws io.heliograph.kernel.ProblemException {@code not-found} if it may not be seen any more
     * @throws PluginException the store failed, perhaps in the middle
     * @throws IllegalArgumentException the range lies outside the file
     */
    public void copy(long from, long to, OutputStream out) throws IOException, PluginException {
        if (from < 0 || to < from || to > sizeBytes) {
            throw new IllegalArgumentException("range outside the file");
        }
        source.copy(from, to, out);
    }
}
