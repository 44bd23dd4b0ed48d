package io.heliograph.core.generation;

import java.util.List;

/**
 * Everything an engine made for one job, as the row keeps it (sealed).
 *
 * @param spoolKey opens the spool's files of this job
 */
record Outputs(byte[] spoolKey, List<Made> made, List<NoteView> notes) {
    Outputs {
        made = List.copyOf(made);
        notes = List.copyOf(notes);
    }

    List<Made.Kept> kept() {
        return made.stream()
                .filter(Made.Kept.class::isInstance)
                .map(Made.Kept.class::cast)
                .toList();
    }

    boolean allKept() {
        return made.stream().allMatch(Made.Kept.class::isInstance);
    }

    @Override
    public String toString() {
        return "Outputs[" + made.size() + "]";
    }
}
