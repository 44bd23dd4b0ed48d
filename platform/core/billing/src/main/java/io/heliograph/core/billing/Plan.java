package io.heliograph.core.billing;

/**
 * What a person may do beyond having credits.
 *
 * @param code stable name that has a message
 * @param initialCredits given once to a new person; 0 for none
 * @param priority at the queue: a person with a higher one starts first, 0 to 9
 * @param maxActiveJobs most generations of one person that are not finished
 */
public record Plan(String code, long initialCredits, int priority, int maxActiveJobs) {
    /** The built-in plan's name. */
    public static final String DEFAULT = "default";

    public Plan {
        if (initialCredits < 0 || priority < 0 || priority > 9 || maxActiveJobs < 1) {
            throw new IllegalArgumentException(
                    "a plan gives nothing negative, a priority of 0 to 9, and at least one job");
        }
    }

    /** The built-in plan. */
    public static Plan builtIn(long initialCredits, int maxActiveJobs) {
        return new Plan(DEFAULT, initialCredits, 0, maxActiveJobs);
    }
}
