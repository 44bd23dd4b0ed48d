package io.heliograph.core.generation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A wish.
 *
 * @param model as the client named it, {@code instance/model}
 * @param prompt 1 to 4,000 characters; no control characters but line feed and tab
 * @param options by name: text, whole number, fraction, switch, or list of these; defaults are filled in
 * @param seed where the person chose one
 * @param count results, at least 1
 */
public record GenerationCommand(
        String model,
        String prompt,
        Optional<String> negativePrompt,
        Map<String, Object> options,
        OptionalLong seed,
        int count,
        List<ReferenceInput> references) {
    public GenerationCommand {
        options = Map.copyOf(options);
        references = List.copyOf(references);
    }

    /** Says nothing of prompt or options: it may end up in a log. */
    @Override
    public String toString() {
        return "GenerationCommand[model=" + model + ", count=" + count + "]";
    }
}
