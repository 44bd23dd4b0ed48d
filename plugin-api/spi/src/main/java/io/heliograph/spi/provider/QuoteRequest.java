package io.heliograph.spi.provider;

import java.util.Set;

/**
 * What a price depends on. There is no prompt in it.
 *
 * @param count outputs asked for, at least 1
 */
public record QuoteRequest(String model, Options options, int count, Set<ReferenceRole> references) {
    public QuoteRequest {
        references = Set.copyOf(references);
        if (count < 1) {
            throw new IllegalArgumentException("at least one output");
        }
    }
}
