package io.heliograph.spi;

import io.heliograph.spi.bytes.Spool;
import io.heliograph.spi.http.HostNetwork;
import io.heliograph.spi.identity.CredentialRecords;
import io.heliograph.spi.media.MediaServices;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;

/**
 * All that a plugin can reach during one call. Made by the host for that call, on the instance's thread, and dead when
 * the call returns: whatever is kept and used afterwards throws {@link IllegalStateException}.
 */
public interface CallContext {
    /** When the call must have returned; the host then cancels it. */
    Instant deadline();

    /** Whether to stop. */
    Cancellation cancellation();

    /** Tells how far the work is. Cheap; the host passes on a few a second at most. */
    void report(ProgressReport report);

    /** The network, as far as the manifest declares hosts. */
    HostNetwork network();

    /** Where results are pushed. */
    Spool spool();

    /** Encoding, decoding and probing in the host's media process. */
    MediaServices media();

    /** The host's shared pool for calculation. Plugins start no threads. */
    Compute compute();

    /** Sealed records of this instance, by subject. */
    CredentialRecords credentials();

    /** Time. */
    InstantSource clock();

    /** Log of the instance; never give it a prompt, a secret or a person. */
    Logger logger();
}
