package io.heliograph.core.library;

import io.heliograph.core.media.PreparedMedia;
import io.heliograph.kernel.Commitment;
import io.heliograph.spi.PluginException;
import java.nio.file.Path;

/**
 * How a result of an engine gets into the library: bytes first, then, in the caller's unit of work, the moment in which it can be seen.
 * Safe for many threads.
 */
@Commitment({"U1", "V1"})
public interface ResultKeeper {
    /**
     * Puts the files of a result into the store, sealed. Outside any unit of work. May be repeated with the same id after a failure: what
     * the first try left is replaced.
     *
     * @param workFolder for the sealed copies; inside the spool
     * @throws PluginException the store failed; the spooled result is untouched, try again later
     * @throws io.heliograph.policy.PolicyDeniedException STORE said no, or the grant was revoked: the result must not be kept
     */
    KeptAsset keep(NewAsset asset, PreparedMedia media, Path workFolder) throws PluginException;

    /**
     * Makes it visible to its owner and tells it as event {@code asset}; inside the caller's unit of work, which stands or falls with it. As it
     * appends to the event log, it comes last.
     *
     * @return false if it was erased meanwhile: then nothing is visible, and the bytes are taken away by the sweeper
     */
    boolean publish(KeptAsset asset);

    /** Gives it up; its bytes are taken away by the sweeper. Joins the ambient unit of work. */
    void abandon(KeptAsset asset);
}
