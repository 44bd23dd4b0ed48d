package io.heliograph.kernel;

import java.util.Optional;

/**
 * One thing wrong with one field of a request.
 *
 * @param field JSON pointer or parameter name
 * @param code stable word, such as {@code required}, {@code too-long}, {@code unknown}
 * @param expected what would have been right, in words or as a limit; never the value that was sent
 * @param limit the number that was passed, where the rule has one
 */
public record FieldError(String field, String code, String expected, Optional<String> limit) {
    /** Of a rule without a number. */
    public FieldError(String field, String code, String expected) {
        this(field, code, expected, Optional.empty());
    }
}
