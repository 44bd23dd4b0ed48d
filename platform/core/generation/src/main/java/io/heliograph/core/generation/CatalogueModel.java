package io.heliograph.core.generation;

import java.util.List;
import java.util.Optional;

/**
 * One model of the catalogue.
 *
 * @param optionsSchema JSON Schema (2020-12) of its options, as text
 * @param priceFrom credits of the cheapest result
 * @param perSecond whether the price is for each second of a result
 * @param typicalSeconds rough time of one result on an idle engine
 * @param aiModel false: made by rules, no trained model
 * @param cancel whether running work can be stopped
 * @param unavailable stable code of why it cannot be used now; empty if it can
 */
public record CatalogueModel(
        ModelId id,
        String name,
        String summary,
        ResultKind kind,
        EngineView engine,
        String optionsSchema,
        long priceFrom,
        boolean perSecond,
        int maxCount,
        double typicalSeconds,
        List<ReferenceUse> references,
        boolean aiModel,
        boolean previews,
        boolean cancel,
        Optional<String> unavailable) {
    public CatalogueModel {
        references = List.copyOf(references);
    }
}
