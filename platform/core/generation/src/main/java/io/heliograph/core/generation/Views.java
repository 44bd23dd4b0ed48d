package io.heliograph.core.generation;

import io.heliograph.core.generation.store.JobRow;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.PrincipalId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Rows as their owner sees them. */
final class Views {
    private final Sealing sealing;
    private final Engine.Engines engines;
    private final ProgressBoard board;

    Views(Sealing sealing, Engine.Engines engines, ProgressBoard board) {
        this.sealing = sealing;
        this.engines = engines;
        this.board = board;
    }

    /** Where a waiting job stands. @param position 1 is next @param startsInSeconds estimated from how long its model takes */
    record Place(OptionalInt position, OptionalDouble startsInSeconds) {
        static final Place UNKNOWN = new Place(OptionalInt.empty(), OptionalDouble.empty());
    }

    GenerationView of(JobRow row, Place place) {
        PrincipalId owner = new PrincipalId(row.principal());
        JobInput input = sealing.openInput(owner, row.id(), row.inputSealed());
        List<NoteView> notes = row.notesSealed()
                .map(ciphertext -> sealing.openNotes(owner, row.id(), ciphertext))
                .orElse(List.of());
        return of(row, input, notes, place);
    }

    GenerationView of(JobRow row, JobInput input, List<NoteView> notes, Place place) {
        JobState state = JobState.valueOf(row.state());
        InstanceId instance = new InstanceId(row.instance());
        Optional<Engine> engine = engines.find(instance);
        boolean running = state.occupiesEngine();
        int previewSeq = Math.max(
                row.previewSeq(),
                board.preview(new JobId(row.id())).map(Preview::seq).orElse(0));
        return new GenerationView(
                new JobId(row.id()),
                state.shown(row.cancelRequested()),
                new ModelId(instance, row.model()),
                row.modelTitle(),
                engine.map(Engine::view),
                ResultKind.valueOf(row.kind()),
                input.prompt(),
                input.negativePrompt(),
                input.options(),
                input.seed(),
                row.count(),
                input.references(),
                credits(row),
                row.charged() > 0,
                row.createdAt(),
                row.startedAt(),
                row.finishedAt(),
                place.position(),
                place.startsInSeconds(),
                running ? row.fraction() : OptionalDouble.empty(),
                running && previewSeq > 0 ? OptionalInt.of(previewSeq) : OptionalInt.empty(),
                cancelable(state, row.cancelRequested(), engine),
                row.keepUntil(),
                state == JobState.SUCCEEDED
                        ? row.assets().stream().map(AssetId::new).toList()
                        : List.of(),
                notes,
                failure(row, state));
    }

    private static long credits(JobRow row) {
        return switch (row.settlement()) {
            case "HELD" -> row.credits();
            case "CHARGED" -> row.charged();
            default -> 0;
        };
    }

    private static boolean cancelable(JobState state, boolean requested, Optional<Engine> engine) {
        if (requested) {
            return false;
        }
        return state.unsent()
                || (state.occupiesEngine()
                        && engine.map(one -> one.cancels() || one.inProcess()).orElse(false));
    }

    private static Optional<FailureView> failure(JobRow row, JobState state) {
        if (state != JobState.FAILED && state != JobState.EXPIRED) {
            return Optional.empty();
        }
        return row.failureCode()
                .map(word -> new FailureView(
                        word,
                        false,
                        Arrays.stream(FailureCode.values())
                                .filter(code -> code.word().equals(word))
                                .anyMatch(FailureCode::retryable)));
    }
}
