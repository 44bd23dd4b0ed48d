package io.heliograph.core.generation;

import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One generation, as its owner sees it.
 *
 * @param engine where it is or was made; empty if that instance is no longer configured
 * @param credits held while it runs, charged when it is done, 0 when nothing was charged
 * @param charged whether credits were charged
 * @param queuePosition 1 is next; only while queued
 * @param estimatedStartSeconds only while queued
 * @param fraction 0 to 1; only while running
 * @param previewSeq grows with each preview; empty while there is none
 * @param keptUntil when this record with its prompt is deleted; empty: until its owner deletes it
 * @param results kept results in order; some may have been deleted since
 */
public record GenerationView(
        JobId id,
        GenerationState state,
        ModelId model,
        String modelName,
        Optional<EngineView> engine,
        ResultKind kind,
        String prompt,
        Optional<String> negativePrompt,
        Map<String, Object> options,
        OptionalLong seed,
        int count,
        List<ReferenceInput> references,
        long credits,
        boolean charged,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        OptionalInt queuePosition,
        OptionalDouble estimatedStartSeconds,
        OptionalDouble fraction,
        OptionalInt previewSeq,
        boolean cancelable,
        Optional<Instant> keptUntil,
        List<AssetId> results,
        List<NoteView> notes,
        Optional<FailureView> failure) {
    public GenerationView {
        options = Map.copyOf(options);
        references = List.copyOf(references);
        results = List.copyOf(results);
        notes = List.copyOf(notes);
    }

    /** Says nothing of prompt or options: it may end up in a log. */
    @Override
    public String toString() {
        return "GenerationView[" + id + " " + state + " " + model + "]";
    }
}
