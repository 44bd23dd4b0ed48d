package io.heliograph.core.generation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a person asked for, as the row keeps it (sealed).
 *
 * @param given options as they were sent; a repeated wish is compared with them
 * @param options completed with the defaults of then
 */
record JobInput(
        String prompt,
        Optional<String> negativePrompt,
        Map<String, Object> given,
        Map<String, Object> options,
        OptionalLong seed,
        List<ReferenceInput> references) {
    JobInput {
        given = Map.copyOf(given);
        options = Map.copyOf(options);
        references = List.copyOf(references);
    }

    @Override
    public String toString() {
        return "JobInput[]";
    }
}
