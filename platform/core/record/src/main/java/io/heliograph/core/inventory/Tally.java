package io.heliograph.core.inventory;

import io.heliograph.kernel.DataCategory;

/**
 * One line of a receipt: how many things of a category met which end. No content, no names.
 *
 * @param what kind of thing, a stable code: {@code blob}, {@code prompt}, {@code session}
 * @param detail stable code that says more: the law it is kept by, or why it is not possible
 *     ({@code provider-has-no-erasure}); empty if there is nothing to add
 */
public record Tally(DataCategory category, String what, Outcome outcome, long count, String detail) {
    /** Ends a thing can meet. A thing that was skipped is none of them. */
    public enum Outcome {
        ERASED,
        PSEUDONYMISED,
        KEPT,
        NOT_POSSIBLE
    }

    /** {@code count} things erased. */
    public static Tally erased(DataCategory category, String what, long count) {
        return new Tally(category, what, Outcome.ERASED, count, "");
    }
}
