package io.heliograph.core.generation;

import io.heliograph.core.inventory.EntityContribution;
import io.heliograph.kernel.DataCategory;
import java.util.List;
import java.util.Map;

/** What generation keeps: the jobs with their sealed wishes, and the order of turns. */
public final class GenerationContribution implements EntityContribution {
    static final String FEATURE = "generation";

    @Override
    public String feature() {
        return FEATURE;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<String, DataCategory> tables() {
        return Map.of(
                "generation_job", DataCategory.PROMPT,
                "generation_turn", DataCategory.PROMPT,
                "generation_lane", DataCategory.OPERATIONAL);
    }
}
