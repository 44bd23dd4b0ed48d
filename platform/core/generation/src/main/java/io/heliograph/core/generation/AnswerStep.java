package io.heliograph.core.generation;

import io.heliograph.core.generation.store.AssetIds;
import io.heliograph.core.generation.store.Expression;
import io.heliograph.core.generation.store.JobRow;
import io.heliograph.spi.Effect;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.ProgressReport;
import io.heliograph.spi.provider.RemoteJob;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What follows from an engine's answer, and from having none. */
final class AnswerStep {
    static final Duration LOOK_SOON = Duration.ofSeconds(5);
    static final Duration LOOK_LATE = Duration.ofMinutes(10);
    private static final Duration LONGEST_POLL = Duration.ofMinutes(5);

    private final Held held;
    private final JobRun.Parts parts;

    AnswerStep(Held held, JobRun.Parts parts) {
        this.held = held;
        this.parts = parts;
    }

    void answered(Engine engine, Answer answer) {
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

    static Map<String, Object> remote(RemoteJob job) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("remote_token", job.token());
        columns.put("remote_version", job.pluginVersion());
        columns.put("unknown_since", Expression.NULL);
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
                                Expression.onceNow("spooled_at")));
        parts.faults().at(next == JobState.SPOOLED ? FaultPoint.AFTER_SPOOL : FaultPoint.AFTER_ANSWER);
        if (next == JobState.FETCHING) {
            fetch(Optional.of(engine));
        } else {
            new StoreStep(held, parts, Optional.of(engine)).go();
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
            parts.moves()
                    .park(
                            held,
                            JobState.WORKING,
                            polite(running.pollAfter()),
                            Map.of("unknown_since", Expression.NULL));
        }
    }

    void unknown() {
        parts.moves().move(held, JobState.UNKNOWN, Map.of("unknown_since", Expression.onceNow("unknown_since")));
    }

    /** Nobody can tell: wait, or end the wait. */
    void notKnownYet(Optional<Engine> engine, Duration wait) {
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
                parts.moves()
                        .park(held, JobState.EXPIRED, LOOK_LATE, over ? Map.of("due_at", Expression.NULL) : Map.of());
            }
            default -> {
                Duration hold = engine.map(Engine::unknownHold).orElse(Duration.ofHours(1));
                boolean over = row.unknownSince()
                        .map(since -> since.plus(hold).isBefore(row.readAt()))
                        .orElse(false);
                if (over) {
                    boolean canTell = engine.map(Engine::looksUp).orElse(true)
                            || row.remoteToken().isPresent();
                    parts.moves().expire(held, canTell ? Expression.after(LOOK_LATE) : Expression.NULL);
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

    void fetch(Optional<Engine> engine) {
        if (engine.isEmpty()) {
            parts.moves().park(held, JobState.FETCHING, JobRun.ENGINE_AWAY, Map.of());
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
