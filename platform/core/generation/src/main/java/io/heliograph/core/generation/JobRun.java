package io.heliograph.core.generation;

import io.heliograph.core.generation.store.AssetIds;
import io.heliograph.core.generation.store.JobRow;
import io.heliograph.core.generation.store.Sql;
import io.heliograph.kernel.Ids;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.policy.Reasons;
import io.heliograph.spi.Effect;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.ProgressReport;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.JobLookup;
import io.heliograph.spi.provider.Options;
import io.heliograph.spi.provider.Reference;
import io.heliograph.spi.provider.RemoteJob;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step of one job that is held: from where its row stands as far as it goes without waiting. Runs on a thread that may
 * wait. Failures decide by their effect alone: nothing happened, another try or refund; happened, refund at the operator's
 * cost; unknown, hold and look.
 */
final class JobRun {
    static final Duration LOOK_SOON = Duration.ofSeconds(5);
    private static final Duration LOOK_LATE = Duration.ofMinutes(10);
    private static final Duration ENGINE_AWAY = Duration.ofSeconds(15);
    private static final Duration LONGEST_POLL = Duration.ofMinutes(5);
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
            GenerationSettings settings,
            FaultPoint.Hook faults) {}

    JobRun(Held held, Parts parts) {
        this.held = held;
        this.parts = parts;
    }

    /** Goes as far as it can. @throws LeaseLostException if somebody else holds the job by now */
    void go() {
        Optional<Engine> engine = parts.engines().find(held.instance());
        switch (held.state()) {
            case QUEUED -> stopped(Moves.Credits.RELEASED);
            case STARTING -> start(engine);
            case SUBMITTING -> rescueSubmitting(engine);
            case WORKING, UNKNOWN, EXPIRED -> look(engine);
            case FETCHING -> fetch(engine);
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
                                Sql.after(parts.settings().workLimit())));
        parts.faults().at(FaultPoint.BEFORE_SEND);
        Answer answer;
        parts.board().begin(held);
        try {
            answer = engine.submit(call(), spec, key);
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
        answered(engine, answer);
    }

    private Engine.Call call() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return new Engine.Call(
                held.grant(),
                key,
                held.row().count(),
                parts.settings().callLimit(),
                held.stop(),
                report -> parts.board().report(held.id(), report));
    }

    private void answered(Engine engine, Answer answer) {
        switch (answer) {
            case Answer.Done done -> done(engine, done.outputs());
            case Answer.Accepted accepted -> {
                parts.moves().park(held, JobState.WORKING, polite(accepted.pollAfter()), remote(accepted.job()));
                parts.faults().at(FaultPoint.AFTER_ANSWER);
            }
            case Answer.Running running -> running(running);
            case Answer.Failed failed -> ended(failed.kind(), failed.effect());
        }
    }

    private static Map<String, Object> remote(RemoteJob job) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("remote_token", job.token());
        columns.put("remote_version", job.pluginVersion());
        columns.put("unknown_since", Sql.NULL);
        return columns;
    }

    private void done(Engine engine, Outputs outputs) {
        JobState next = outputs.allKept() ? JobState.SPOOLED : JobState.FETCHING;
        parts.moves()
                .move(
                        held,
                        next,
                        Map.of(
                                "outputs_sealed",
                                parts.sealing().outputs(held.owner(), held.row().id(), outputs),
                                "asset_ids",
                                AssetIds.write(Stream.generate(parts.ids()::next)
                                        .limit(outputs.made().size())
                                        .toList()),
                                "spooled_at",
                                Sql.onceNow("spooled_at")));
        parts.faults().at(next == JobState.SPOOLED ? FaultPoint.AFTER_SPOOL : FaultPoint.AFTER_ANSWER);
        if (next == JobState.FETCHING) {
            fetch(Optional.of(engine));
        } else {
            new StoreStep(held, parts, Optional.of(engine)).go();
        }
    }

    /** A worker died between writing the key and writing the answer. */
    private void rescueSubmitting(Optional<Engine> engine) {
        if (engine.isPresent() && engine.get().inProcess()) {
            retryOrFail(FailureCode.PROVIDER_FAILED, Duration.ZERO);
        } else {
            unknown();
            look(engine);
        }
    }

    private void unknown() {
        parts.moves().move(held, JobState.UNKNOWN, Map.of("unknown_since", Sql.onceNow("unknown_since")));
    }

    private void failedToSubmit(Engine engine, ErrorKind kind, Effect effect, Optional<Duration> retryAfter) {
        // What ran inside this process alone has no other side on which anything could have happened.
        Effect known = effect == Effect.UNKNOWN && engine.inProcess() ? Effect.NONE : effect;
        switch (known) {
            case UNKNOWN ->
                parts.moves()
                        .park(held, JobState.UNKNOWN, LOOK_SOON, Map.of("unknown_since", Sql.onceNow("unknown_since")));
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

    /** Asks how the job is: by its remote name, or by our key. */
    private void look(Optional<Engine> found) {
        if (found.isEmpty()) {
            notKnownYet(Optional.empty(), ENGINE_AWAY);
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
                notKnownYet(found, LOOK_SOON);
            }
        } catch (PluginException cannotTell) {
            notKnownYet(found, cannotTell.retryAfter().orElse(ENGINE_AWAY));
        } catch (PolicyDeniedException denied) {
            if (denied.reason().equals(Reasons.REVOKED) || denied.reason().equals(Reasons.UNKNOWN_OBJECT)) {
                throw new LeaseLostException();
            }
            notKnownYet(found, denied.retryAfter().orElse(ENGINE_AWAY));
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
            switch (engine.cancel(call(), remote)) {
                case CANCELLED -> {
                    stopped(Moves.Credits.RELEASED);
                    return;
                }
                case CANCELLED_AND_MAY_COST -> {
                    stopped(Moves.Credits.LOST);
                    return;
                }
                case TOO_LATE -> {}
            }
        }
        answered(engine, engine.poll(call(), remote));
    }

    private void stopped(Moves.Credits credits) {
        if (held.row().cancelRequested()) {
            parts.moves().cancel(held, credits);
        } else {
            parts.moves().fail(held, FailureCode.TIMED_OUT, credits);
        }
    }

    private void running(Answer.Running running) {
        running.fraction()
                .ifPresent(
                        fraction -> parts.board().report(held.id(), new ProgressReport(fraction, running.preview())));
        parts.board().flush();
        if (held.state() == JobState.EXPIRED || held.row().expired()) {
            notKnownYet(parts.engines().find(held.instance()), polite(running.pollAfter()));
        } else {
            parts.moves().park(held, JobState.WORKING, polite(running.pollAfter()), Map.of("unknown_since", Sql.NULL));
        }
    }

    private void lookUp(Engine engine) throws PluginException {
        switch (engine.find(
                call(),
                new IdempotencyKey(held.row().submitKey().orElse(held.id().toString())))) {
            case JobLookup.Finding.Found found -> {
                parts.moves().move(held, JobState.WORKING, remote(found.job()));
                poll(engine, found.job());
            }
            case JobLookup.Finding.Absent _ -> absent();
            case JobLookup.Finding.NotKnownYet _ -> notKnownYet(Optional.of(engine), LOOK_SOON);
        }
    }

    private void absent() {
        if (held.state() == JobState.EXPIRED) {
            parts.moves().park(held, JobState.EXPIRED, LOOK_LATE, Map.of("due_at", Sql.NULL));
        } else if (held.row().cancelRequested()) {
            parts.moves().cancel(held, Moves.Credits.RELEASED);
        } else if (held.row().attempts() >= parts.settings().maxAttempts()) {
            parts.moves().fail(held, FailureCode.PROVIDER_FAILED, Moves.Credits.RELEASED);
        } else {
            parts.moves().requeue(held, Duration.ZERO, held.row().attempts());
        }
    }

    /** Nobody can tell: wait, or end the wait. */
    private void notKnownYet(Optional<Engine> engine, Duration wait) {
        JobRow row = held.row();
        switch (held.state()) {
            case WORKING -> {
                if (row.expired()) {
                    unknown();
                }
                parts.moves().park(held, held.state(), wait, Map.of());
            }
            case EXPIRED -> {
                boolean over = row.finishedAt()
                        .map(at -> at.plus(parts.settings().lateFor()).isBefore(row.readAt()))
                        .orElse(false);
                parts.moves().park(held, JobState.EXPIRED, LOOK_LATE, over ? Map.of("due_at", Sql.NULL) : Map.of());
            }
            default -> {
                Duration hold = engine.map(Engine::unknownHold).orElse(Duration.ofHours(1));
                boolean over = row.unknownSince()
                        .map(since -> since.plus(hold).isBefore(row.readAt()))
                        .orElse(false);
                if (over) {
                    boolean canTell = engine.map(Engine::looksUp).orElse(true)
                            || remoteJob().isPresent();
                    parts.moves().expire(held, canTell ? Sql.after(LOOK_LATE) : Sql.NULL);
                } else {
                    parts.moves().park(held, JobState.UNKNOWN, wait, Map.of());
                }
            }
        }
    }

    /** The remote job ended without results. */
    private void ended(ErrorKind kind, Effect effect) {
        parts.moves().read(held);
        Moves.Credits credits = effect == Effect.NONE ? Moves.Credits.RELEASED : Moves.Credits.LOST;
        if (effect == Effect.UNKNOWN) {
            if (held.state() == JobState.WORKING) {
                unknown();
            }
            notKnownYet(parts.engines().find(held.instance()), LOOK_SOON);
        } else if (held.row().cancelRequested()) {
            parts.moves().cancel(held, credits);
        } else {
            parts.moves().fail(held, Ends.code(kind), credits);
        }
    }

    private void fetch(Optional<Engine> engine) {
        if (engine.isEmpty()) {
            parts.moves().park(held, JobState.FETCHING, ENGINE_AWAY, Map.of());
            return;
        }
        new FetchStep(held, parts, engine.get()).go();
    }

    private static Duration polite(Duration wished) {
        if (wished.isNegative()) {
            return Duration.ZERO;
        }
        return wished.compareTo(LONGEST_POLL) > 0 ? LONGEST_POLL : wished;
    }
}
