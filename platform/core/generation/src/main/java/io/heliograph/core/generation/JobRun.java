package io.heliograph.core.generation;

import io.heliograph.core.generation.store.Expression;
import io.heliograph.core.generation.store.JobRow;
import io.heliograph.kernel.Ids;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.policy.Reasons;
import io.heliograph.spi.Effect;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.Options;
import io.heliograph.spi.provider.Reference;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of one job that is held: from where its row stands as far as it goes without waiting. Runs on a thread that may
 * wait. Failures decide by their effect alone: nothing happened, another try or refund; happened, refund at the operator's
 * cost; unknown, hold and look.
 */
final class JobRun {
    static final Duration ENGINE_AWAY = Duration.ofSeconds(15);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Held held;
    private final Parts parts;

    /** What a run works with; the same for all. */
    record Parts(
            Engine.Engines engines,
            References references,
            Delivery delivery,
            Moves moves,
            Sealing sealing,
            ProgressBoard board,
            Ids ids,
            Pace pace,
            GenerationSettings settings,
            FaultPoint.Hook faults) {

        /** A call of the engine for a job, with a fresh key for what it spools. */
        Engine.Call call(Held held) {
            byte[] key = new byte[32];
            RANDOM.nextBytes(key);
            return new Engine.Call(
                    held.grant(),
                    key,
                    held.row().count(),
                    settings.callLimit(),
                    held.stop(),
                    report -> board.report(held.id(), report));
        }
    }

    JobRun(Held held, Parts parts) {
        this.held = held;
        this.parts = parts;
    }

    /** Goes as far as it can. @throws LeaseLostException if somebody else holds the job by now */
    void go() {
        Optional<Engine> engine = parts.engines().find(held.instance());
        switch (held.state()) {
            case QUEUED -> stopped(held, parts, Moves.Credits.RELEASED);
            case STARTING -> start(engine);
            case SUBMITTING -> rescueSubmitting(engine);
            case WORKING, UNKNOWN, EXPIRED -> new LookStep(held, parts).go(engine);
            case FETCHING -> new AnswerStep(held, parts).fetch(engine);
            case SPOOLED -> new StoreStep(held, parts, engine).go();
            case SUCCEEDED, FAILED, CANCELED -> throw new LeaseLostException();
        }
    }

    /** A worker died before it sent anything: back into the line. */
    void rescueStarting() {
        parts.moves().requeue(held, Duration.ZERO, Math.max(0, held.row().attempts() - 1));
    }

    private void start(Optional<Engine> found) {
        JobRow row = held.row();
        if (row.cancelRequested()) {
            parts.moves().cancel(held, Moves.Credits.RELEASED);
            return;
        }
        if (row.expired()) {
            parts.moves().fail(held, FailureCode.TIMED_OUT, Moves.Credits.RELEASED);
            return;
        }
        if (found.isEmpty()
                || found.get().unavailable().isPresent()
                || held.stop().is(Stop.Reason.DRAINING)) {
            parts.moves().requeue(held, ENGINE_AWAY, row.attempts() - 1);
            return;
        }
        JobInput input = parts.sealing().openInput(held.owner(), row.id(), row.inputSealed());
        List<Reference> references;
        try {
            references = parts.references().open(held.grant(), input.references());
        } catch (References.GoneException gone) {
            parts.moves().fail(held, FailureCode.REFERENCE_GONE, Moves.Credits.RELEASED);
            return;
        } catch (PolicyDeniedException denied) {
            refusedBefore(denied);
            return;
        }
        submit(found.get(), spec(row, input, references));
    }

    private static GenerationSpec spec(JobRow row, JobInput input, List<Reference> references) {
        return new GenerationSpec(
                row.model(),
                input.prompt(),
                input.negativePrompt(),
                Options.of(input.options()),
                input.seed(),
                row.count(),
                references);
    }

    private void submit(Engine engine, GenerationSpec spec) {
        IdempotencyKey key = new IdempotencyKey(held.id().toString());
        parts.moves()
                .move(
                        held,
                        JobState.SUBMITTING,
                        Map.of(
                                "submit_key",
                                key.value(),
                                "deadline_at",
                                Expression.after(parts.settings().workLimit())));
        parts.faults().at(FaultPoint.BEFORE_SEND);
        Answer answer;
        parts.board().begin(held);
        try {
            answer = engine.submit(parts.call(held), spec, key);
        } catch (PluginException failure) {
            failedToSubmit(engine, failure.kind(), failure.effect(), failure.retryAfter());
            return;
        } catch (PolicyDeniedException denied) {
            refusedBefore(denied);
            return;
        } finally {
            parts.board().pause(held);
        }
        parts.faults().at(FaultPoint.AFTER_SEND);
        new AnswerStep(held, parts).answered(engine, answer);
    }

    /** A worker died between writing the key and writing the answer. */
    private void rescueSubmitting(Optional<Engine> engine) {
        if (engine.isPresent() && engine.get().inProcess()) {
            retryOrFail(FailureCode.PROVIDER_FAILED, Duration.ZERO);
        } else {
            new AnswerStep(held, parts).unknown();
            new LookStep(held, parts).go(engine);
        }
    }

    private void failedToSubmit(Engine engine, ErrorKind kind, Effect effect, Optional<Duration> retryAfter) {
        // What ran inside this process alone has no other side on which anything could have happened.
        Effect known = effect == Effect.UNKNOWN && engine.inProcess() ? Effect.NONE : effect;
        switch (known) {
            case UNKNOWN ->
                parts.moves()
                        .park(
                                held,
                                JobState.UNKNOWN,
                                AnswerStep.LOOK_SOON,
                                Map.of("unknown_since", Expression.onceNow("unknown_since")));
            case HAPPENED -> parts.moves().fail(held, Ends.code(kind), Moves.Credits.LOST);
            case NONE -> nothingHappened(kind, retryAfter);
        }
    }

    private void nothingHappened(ErrorKind kind, Optional<Duration> retryAfter) {
        parts.moves().read(held);
        if (held.row().cancelRequested()) {
            parts.moves().cancel(held, Moves.Credits.RELEASED);
        } else if (kind == ErrorKind.CANCELLED) {
            parts.moves().requeue(held, Duration.ZERO, Math.max(0, held.row().attempts() - 1));
        } else if (kind == ErrorKind.LIMITED) {
            parts.moves()
                    .requeue(
                            held,
                            retryAfter.orElse(ENGINE_AWAY),
                            Math.max(0, held.row().attempts() - 1));
        } else if (kind == ErrorKind.PROVIDER || kind == ErrorKind.RESOURCES) {
            retryOrFail(Ends.code(kind), retryAfter.orElse(backOff()));
        } else {
            parts.moves().fail(held, Ends.code(kind), Moves.Credits.RELEASED);
        }
    }

    private void retryOrFail(FailureCode code, Duration wait) {
        int attempts = held.row().attempts();
        if (attempts >= parts.settings().maxAttempts() || held.row().expired()) {
            parts.moves().fail(held, code, Moves.Credits.RELEASED);
        } else {
            parts.moves().requeue(held, wait, attempts);
        }
    }

    private Duration backOff() {
        return Duration.ofSeconds(2L << Math.min(held.row().attempts(), 6));
    }

    /** A gate refused, so nothing left. */
    private void refusedBefore(PolicyDeniedException denied) {
        if (denied.reason().equals(Reasons.REVOKED) || denied.reason().equals(Reasons.UNKNOWN_OBJECT)) {
            throw new LeaseLostException();
        }
        if (denied.retryAfter().isPresent() || denied.reason().equals(Reasons.RECORD_UNAVAILABLE)) {
            parts.moves()
                    .requeue(
                            held,
                            denied.retryAfter().orElse(ENGINE_AWAY),
                            Math.max(0, held.row().attempts() - 1));
        } else {
            parts.moves().fail(held, FailureCode.POLICY_DENIED, Moves.Credits.RELEASED);
        }
    }

    /** The end of a job that its owner, or its time, has ended. */
    static void stopped(Held held, Parts parts, Moves.Credits credits) {
        if (held.row().cancelRequested()) {
            parts.moves().cancel(held, credits);
        } else {
            parts.moves().fail(held, FailureCode.TIMED_OUT, credits);
        }
    }
}
