package io.heliograph.core.generation;

import java.util.List;
import java.util.Map;

/**
 * What a price is asked for. There is no prompt in it.
 *
 * @param model as the client named it, {@code instance/model}
 * @param options by name: text, whole number, fraction, switch, or list of these; defaults are filled in
 * @param count results, at least 1
 */
public record QuoteCommand(String model, Map<String, Object> options, int count, List<ReferenceInput> references) {
    public QuoteCommand {
        options = Map.copyOf(options);
        references = List.copyOf(references);
    }
}
