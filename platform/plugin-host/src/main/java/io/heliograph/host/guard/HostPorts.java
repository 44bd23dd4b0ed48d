package io.heliograph.host.guard;

import io.heliograph.spi.policy.Obligation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What the guards need of the rest of the platform.
 *
 * @param disclosures carries out {@link Obligation.Kind#RECORD_DISCLOSURE}
 * @param obligations handlers of further duties
 * @param transactionActive whether the calling thread is inside a database transaction; a plugin call then is a bug
 * @param compute the shared pool for calculation
 * @param grace how long a call that was told to end may take to do so before its thread is interrupted, and again before
 *     it is given up
 */
public record HostPorts(
        InstantSource clock,
        DisclosureRecorder disclosures,
        Map<Obligation.Kind, ObligationHandler> obligations,
        BooleanSupplier transactionActive,
        MediaPort media,
        CredentialPort credentials,
        ComputePool compute,
        Duration grace) {
    /** Grace where nobody says otherwise. */
    public static final Duration DEFAULT_GRACE = Duration.ofSeconds(3);

    public HostPorts {
        obligations = Map.copyOf(obligations);
    }
}
