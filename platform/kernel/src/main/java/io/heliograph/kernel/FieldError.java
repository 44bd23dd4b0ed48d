package io.heliograph.kernel;

/**
 * One thing wrong with one field of a request.
 *
 * @param field JSON pointer or parameter name
 * @param code stable word, such as {@code required}, {@code too-long}, {@code unknown}
 * @param expected what would have been right, in words or as a limit; never the value that was sent
 */
public record FieldError(String field, String code, String expected) {}
