package io.heliograph.spi.provider;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What to make: only what the work needs, and no person in it (T1).
 *
 * @param prompt 1 to 4,000 characters without control characters other than line feed
 * @param seed given where the person chose one; otherwise the engine picks and tells
 * @param count outputs, 1 to the model's maximum
 */
public record GenerationSpec(
        String model,
        String prompt,
        Optional<String> negativePrompt,
        Options options,
        OptionalLong seed,
        int count,
        List<Reference> references) {
    public GenerationSpec {
        references = List.copyOf(references);
    }

    /** The first reference with this role. */
    public Optional<Reference> reference(ReferenceRole role) {
        return references.stream().filter(r -> r.role() == role).findFirst();
    }

    /** Says nothing of prompt or options: it may end up in a log. */
    @Override
    public String toString() {
        return "GenerationSpec[model=" + model + ", count=" + count + ", references=" + references.size() + "]";
    }
}
