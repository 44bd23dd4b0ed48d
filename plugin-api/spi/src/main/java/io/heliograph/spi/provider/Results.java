package io.heliograph.spi.provider;

import java.util.List;

/**
 * What was made.
 *
 * @param outputs at least one, in the order of the request; fewer than asked for where some failed
 * @param notes what the person should know, such as words that were ignored
 */
public record Results(List<Output> outputs, List<Note> notes) {
    public Results {
        outputs = List.copyOf(outputs);
        notes = List.copyOf(notes);
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException(
                    "results have at least one output; a failure is a PluginException or Failed");
        }
    }
}
