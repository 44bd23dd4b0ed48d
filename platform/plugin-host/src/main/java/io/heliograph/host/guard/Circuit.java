package io.heliograph.host.guard;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps calls from an instance whose vendor is away. It opens when half of the last calls failed and the failures were the
 * vendor's: what a person asked wrongly, a refusal, our own configuration or a full queue says nothing of the vendor, and
 * neither does a mistake in the plugin, which one person's input could set off for everybody. After a rest of 10 s, twice
 * as long each time and 5 minutes at most, two calls may try; when they go well it closes. Safe for many threads.
 */
final class Circuit {
    private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);
    private static final int WINDOW_CALLS = 20;
    private static final int LEAST_CALLS = 5;
    private static final int PROBES = 2;
    private static final float HALF_PERCENT = 50;
    private static final Duration FIRST_REST = Duration.ofSeconds(10);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    private static final Duration WHILE_PROBING = Duration.ofSeconds(1);
    /** Begins every code that {@link Failures} gives to what a plugin threw by mistake. */
    private static final String MISTAKE = "plugin-";

    private final InstanceId instance;
    private final InstantSource clock;
    private final CircuitBreaker breaker;
    private volatile Instant restsUntil = Instant.MIN;

    Circuit(InstanceId instance, InstantSource clock) {
        this.instance = instance;
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                instance.value(),
                CircuitBreakerConfig.custom()
                        .slidingWindow(
                                WINDOW_CALLS,
                                LEAST_CALLS,
                                CircuitBreakerConfig.SlidingWindowType.COUNT_BASED,
                                CircuitBreakerConfig.SlidingWindowSynchronizationStrategy.SYNCHRONIZED)
                        .failureRateThreshold(HALF_PERCENT)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .waitIntervalFunctionInOpenState(this::rest)
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .currentTimestampFunction(_ -> clock.millis(), TimeUnit.MILLISECONDS)
                        .recordException(Circuit::isOfTheVendor)
                        .ignoreException(thrown -> !isOfTheVendor(thrown))
                        .writableStackTraceEnabled(false)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(event -> LOG.warn(
                        "Circuit of {} goes from {} to {}",
                        instance,
                        event.getStateTransition().getFromState(),
                        event.getStateTransition().getToState()));
    }

    /** How long a circuit that opens for the n-th time in a row stays so, in milliseconds. */
    private long rest(int openings) {
        long doubled = FIRST_REST.toMillis() << Math.clamp(openings - 1L, 0, 10);
        long millis = Math.min(doubled, LONGEST_REST.toMillis());
        restsUntil = clock.instant().plusMillis(millis);
        // The library waits until after the time it is given, so that a call at the very moment would come too early.
        return millis - 1;
    }

    private static boolean isOfTheVendor(Throwable thrown) {
        return thrown instanceof PluginException failure
                && failure.kind() == ErrorKind.PROVIDER
                && !failure.code().startsWith(MISTAKE);
    }

    /**
     * Lets one call through. Each call that was let through ends in one of the other methods.
     *
     * @throws PluginException of kind LIMITED and effect NONE, saying when to come back, while the vendor is away
     */
    void enter() throws PluginException {
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException resting) {
            Duration wait = restsUntil()
                    .map(until -> Duration.between(clock.instant(), until))
                    .filter(left -> left.compareTo(WHILE_PROBING) > 0)
                    .orElse(WHILE_PROBING);
            throw PluginException.limited(
                            instance + " has failed several times and is tried again in " + wait.toSeconds() + " s",
                            wait)
                    .causedBy(resting);
        }
    }

    void succeeded() {
        breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }

    /** A failure that is not the vendor's counts for nothing. */
    void failed(PluginException failure) {
        breaker.onError(0, TimeUnit.MILLISECONDS, failure);
    }

    /** The call did not come to the plugin. */
    void withdrawn() {
        breaker.releasePermission();
    }

    InstanceHealth.Circuit state() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> InstanceHealth.Circuit.OPEN;
            case HALF_OPEN -> InstanceHealth.Circuit.PROBING;
            case CLOSED, DISABLED, METRICS_ONLY -> InstanceHealth.Circuit.CLOSED;
        };
    }

    /** While it is open: when the next call may try. */
    Optional<Instant> restsUntil() {
        return state() == InstanceHealth.Circuit.OPEN ? Optional.of(restsUntil) : Optional.empty();
    }
}
