package io.heliograph.core.library;

import io.heliograph.kernel.AssetId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a result was made: what its owner wrote and chose. Kept sealed, shown to the owner only, gone with the result or at the end of the
 * period for prompts.
 *
 * @param options settings as the engine got them: text, numbers, switches, lists and maps of these
 * @param credits what this one cost
 * @param notes what the engine said
 */
public record Making(
        String prompt,
        Optional<String> negativePrompt,
        Map<String, Object> options,
        OptionalLong seed,
        long credits,
        String providerName,
        List<UsedReference> references,
        List<Note> notes) {
    public Making {
        options = Map.copyOf(options);
        references = List.copyOf(references);
        notes = List.copyOf(notes);
    }

    /** A picture it was made from, and as what. */
    public record UsedReference(AssetId asset, String role) {}

    /** Something the engine said. @param code stable word; @param values what it is about, such as the words it drew */
    public record Note(String code, List<String> values) {
        public Note {
            values = List.copyOf(values);
        }
    }

    /** Says nothing: it may end up in a log. */
    @Override
    public String toString() {
        return "Making[]";
    }
}
