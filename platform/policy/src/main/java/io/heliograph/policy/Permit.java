package io.heliograph.policy;

import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.spi.policy.Gate;
import io.heliograph.spi.policy.Obligation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Leave to do one thing once, given by a gate. Only {@link PolicyEngine} makes one. It lives in memory for at most one
 * call, is shown once to a guard or a store, and is never kept: the durable grant is the row with its epoch.
 *
 * <pre>
 *   minted --check()--> in use --end()--> over
 *      \--- START_LIMIT ---> over
 * </pre>
 *
 * <p>While a call streams, the guard asks {@link #stillValid()} as it goes and {@link #recheck()} before the last step
 * counts. Safe for many threads.
 */
public final class Permit {
    /** How long after minting a permit may be shown. */
    public static final Duration START_LIMIT = Duration.ofSeconds(30);
    /** How old an answer about the epoch may be for {@link #stillValid()}. */
    public static final Duration EPOCH_REUSE = Duration.ofMillis(100);

    private enum State {
        MINTED,
        IN_USE,
        OVER
    }

    private final GateRequest request;
    private final OptionalLong epoch;
    private final List<Obligation> obligations;
    private final List<RateLimitState> limits;
    private final Instant expiresAt;
    private final EpochSource epochs;
    private final InstantSource clock;
    private final AtomicReference<State> state = new AtomicReference<>(State.MINTED);
    private volatile Instant epochSeenAt;

    Permit(
            GateRequest request,
            OptionalLong epoch,
            List<Obligation> obligations,
            List<RateLimitState> limits,
            EpochSource epochs,
            Instant epochSeenAt,
            InstantSource clock) {
        this.request = request;
        this.epoch = epoch;
        this.obligations = List.copyOf(obligations);
        this.limits = List.copyOf(limits);
        this.epochs = epochs;
        this.clock = clock;
        this.epochSeenAt = epochSeenAt;
        this.expiresAt = epochSeenAt.plus(START_LIMIT);
    }

    /**
     * Shown by a guard for the one plugin call it was given for; marks it used.
     *
     * @throws PolicyDeniedException if it was given for another gate, instance or method, was shown before, came too late,
     *     or its object's epoch has moved
     */
    public void check(Gate gate, InstanceId instance, String method) {
        check(Set.of(gate), instance, method);
    }

    /** Like {@link #check(Gate, InstanceId, String)}, for a method that may be reached through several gates. */
    public void check(Set<Gate> gates, InstanceId instance, String method) {
        use(gates.contains(request.gate())
                && request.instance().equals(Optional.of(instance))
                && request.method().equals(Optional.of(method)));
    }

    /** Shown to a store of the platform itself for {@code object}; marks it used. Errors as with a plugin call. */
    public void check(Gate gate, ObjectRef object) {
        use(request.gate() == gate && request.object().equals(Optional.of(object)));
    }

    private void use(boolean matches) {
        if (!matches) {
            throw denied(Reasons.PERMIT_MISMATCH);
        }
        if (!state.compareAndSet(State.MINTED, State.IN_USE)) {
            throw denied(Reasons.PERMIT_USED);
        }
        if (clock.instant().isAfter(expiresAt)) {
            end();
            throw denied(Reasons.PERMIT_EXPIRED);
        }
        if (!stillValid()) {
            end();
            throw denied(Reasons.REVOKED);
        }
    }

    /**
     * Whether the call may go on, by an answer of the record at most {@link #EPOCH_REUSE} old. False once
     * {@link #end()}ed.
     *
     * @throws PolicyDeniedException if the record cannot be asked: the call must stop, but nothing was revoked
     */
    public boolean stillValid() {
        if (state.get() == State.OVER) {
            return false;
        }
        if (epoch.isEmpty() || clock.instant().isBefore(epochSeenAt.plus(EPOCH_REUSE))) {
            return true;
        }
        return recheck();
    }

    /** Whether the call may go on, by asking the record now; errors as in {@link #stillValid()}. */
    public boolean recheck() {
        if (state.get() == State.OVER) {
            return false;
        }
        if (epoch.isEmpty()) {
            return true;
        }
        Instant askedAt = clock.instant();
        boolean same;
        try {
            same = request.object().map(epochs::epoch).orElseThrow().equals(epoch);
        } catch (RuntimeException recordAway) {
            throw new PolicyDeniedException(request.gate(), Reasons.RECORD_UNAVAILABLE, null, List.of(), recordAway);
        }
        if (same) {
            epochSeenAt = askedAt;
        } else {
            end();
        }
        return same;
    }

    /** The call is over, however it went. A guard calls it in the end; nothing is valid after. */
    public void end() {
        state.set(State.OVER);
    }

    public Gate gate() {
        return request.gate();
    }

    public Purpose purpose() {
        return request.purpose();
    }

    public Actor actor() {
        return request.actor();
    }

    public Optional<PrincipalId> owner() {
        return request.owner();
    }

    public Optional<ObjectRef> object() {
        return request.object();
    }

    /** Epoch of the object it is bound to; empty without an object. */
    public OptionalLong epoch() {
        return epoch;
    }

    public Optional<InstanceId> instance() {
        return request.instance();
    }

    public Optional<String> method() {
        return request.method();
    }

    /** The question it answers, with its facts. */
    public GateRequest request() {
        return request;
    }

    /** What must be done along with the move; one of a kind, except that plugins may add more. */
    public List<Obligation> obligations() {
        return obligations;
    }

    /** The first duty of {@code kind}. */
    public Optional<Obligation> obligation(Obligation.Kind kind) {
        return obligations.stream().filter(one -> one.kind() == kind).findFirst();
    }

    /** Until when what is kept may be kept; empty if no deadline was set. */
    public Optional<Instant> deadline() {
        return obligation(Obligation.Kind.DEADLINE)
                .map(one -> Instant.parse(one.parameters().get("until")));
    }

    /** How the rate limits stand; told at ADMIT only. */
    public List<RateLimitState> limits() {
        return limits;
    }

    /** Until when it may be shown. */
    public Instant expiresAt() {
        return expiresAt;
    }

    private PolicyDeniedException denied(String reason) {
        return new PolicyDeniedException(request.gate(), reason, null, List.of(), null);
    }

    /** Gate, purpose and call: never a fact, never a person. */
    @Override
    public String toString() {
        return "Permit[" + request.gate() + " " + request.purpose() + " "
                + request.instance().map(InstanceId::value).orElse("-") + " "
                + request.method().orElse("-") + " " + state.get() + "]";
    }
}
