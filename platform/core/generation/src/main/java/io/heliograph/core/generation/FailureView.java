package io.heliograph.core.generation;

/**
 * Why there is no result.
 *
 * @param code stable word that has a message, one of {@link FailureCode}
 * @param charged whether it was charged; by our rules it never is
 * @param retryable whether the same wish may work later
 */
public record FailureView(String code, boolean charged, boolean retryable) {}
