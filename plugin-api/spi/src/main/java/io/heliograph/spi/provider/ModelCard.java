package io.heliograph.spi.provider;

import java.util.List;
import java.util.Set;

/**
 * One model, as people see it.
 *
 * @param id stable name within the instance: 1 to 80 letters, digits and {@code . _ - /}
 * @param title short name for people
 * @param summary one sentence: what it is good for, and what it is ("drawn by rules, no AI model")
 * @param kind what comes out
 * @param references what it accepts beside the prompt; empty for text only
 * @param optionsSchema JSON Schema (2020-12) of its options: an object with {@code additionalProperties: false}; each
 *     property has {@code title}, {@code default} where it is not required, limits, and a description
 * @param price price in credits
 * @param maxCount most outputs of one request
 * @param typicalSeconds rough time of one output on an idle engine, for the estimate before anything was measured
 * @param origin how results are made
 * @param previews whether previews are shown while it works
 */
public record ModelCard(
        String id,
        String title,
        String summary,
        MediaKind kind,
        Set<ReferenceRole> references,
        String optionsSchema,
        Price price,
        int maxCount,
        double typicalSeconds,
        Origin origin,
        boolean previews) {
    public ModelCard {
        references = Set.copyOf(references);
        if (maxCount < 1) {
            throw new IllegalArgumentException("a model makes at least one output");
        }
    }

    /** Whether the card is one of {@code cards}, by id. */
    public boolean isIn(List<ModelCard> cards) {
        return cards.stream().anyMatch(card -> card.id().equals(id));
    }
}
