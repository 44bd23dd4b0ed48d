package io.heliograph.spi.provider;

import java.util.List;

/**
 * Something the person should know about a result.
 *
 * @param code stable word that has a message: {@code words-drawn}, {@code words-ignored}, {@code revised-prompt}
 * @param values what the message is about; kept with the prompt's category
 */
public record Note(String code, List<String> values) {
    public Note {
        values = List.copyOf(values);
    }
}
