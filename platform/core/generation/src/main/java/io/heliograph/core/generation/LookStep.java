package io.heliograph.core.generation;

import io.heliograph.core.generation.store.Expression;
import io.heliograph.core.generation.store.JobRow;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.policy.Reasons;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.JobLookup;
import io.heliograph.spi.provider.RemoteJob;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Asks how a job is that was sent before: by its remote name, or by our key; and stops it where that is wished. */
final class LookStep {
    private final Held held;
    private final JobRun.Parts parts;
    private final AnswerStep answers;

    LookStep(Held held, JobRun.Parts parts) {
        this.held = held;
        this.parts = parts;
        this.answers = new AnswerStep(held, parts);
    }

    void go(Optional<Engine> found) {
        if (found.isEmpty()) {
            answers.notKnownYet(Optional.empty(), JobRun.ENGINE_AWAY);
            return;
        }
        Engine engine = found.get();
        parts.board().begin(held);
        try {
            Optional<RemoteJob> remote = remoteJob();
            if (remote.isPresent()) {
                poll(engine, remote.get());
            } else if (engine.looksUp()) {
                lookUp(engine);
            } else {
                answers.notKnownYet(found, AnswerStep.LOOK_SOON);
            }
        } catch (PluginException cannotTell) {
            answers.notKnownYet(found, cannotTell.retryAfter().orElse(JobRun.ENGINE_AWAY));
        } catch (PolicyDeniedException denied) {
            if (denied.reason().equals(Reasons.REVOKED) || denied.reason().equals(Reasons.UNKNOWN_OBJECT)) {
                throw new LeaseLostException();
            }
            answers.notKnownYet(found, denied.retryAfter().orElse(JobRun.ENGINE_AWAY));
        } finally {
            parts.board().pause(held);
        }
    }

    private Optional<RemoteJob> remoteJob() {
        return held.row()
                .remoteToken()
                .map(token -> new RemoteJob(token, held.row().remoteVersion().orElse("")));
    }

    private void poll(Engine engine, RemoteJob remote) throws PluginException {
        JobRow row = held.row();
        boolean stop = held.state() == JobState.WORKING && (row.cancelRequested() || row.expired());
        if (stop && engine.cancels()) {
            switch (engine.cancel(parts.call(held), remote)) {
                case CANCELLED -> {
                    JobRun.stopped(held, parts, Moves.Credits.RELEASED);
                    return;
                }
                case CANCELLED_AND_MAY_COST -> {
                    JobRun.stopped(held, parts, Moves.Credits.LOST);
                    return;
                }
                case TOO_LATE -> {}
            }
        }
        answers.answered(engine, engine.poll(parts.call(held), remote));
    }

    private void lookUp(Engine engine) throws PluginException {
        switch (engine.find(
                parts.call(held),
                new IdempotencyKey(held.row().submitKey().orElse(held.id().toString())))) {
            case JobLookup.Finding.Found found -> {
                parts.moves().move(held, JobState.WORKING, AnswerStep.remote(found.job()));
                poll(engine, found.job());
            }
            case JobLookup.Finding.Absent _ -> absent();
            case JobLookup.Finding.NotKnownYet _ -> answers.notKnownYet(Optional.of(engine), AnswerStep.LOOK_SOON);
        }
    }

    private void absent() {
        if (held.state() == JobState.EXPIRED) {
            parts.moves().park(held, JobState.EXPIRED, AnswerStep.LOOK_LATE, Map.of("due_at", Expression.NULL));
        } else if (held.row().cancelRequested()) {
            parts.moves().cancel(held, Moves.Credits.RELEASED);
        } else if (held.row().attempts() >= parts.settings().maxAttempts()) {
            parts.moves().fail(held, FailureCode.PROVIDER_FAILED, Moves.Credits.RELEASED);
        } else {
            parts.moves().requeue(held, Duration.ZERO, held.row().attempts());
        }
    }
}
