package io.heliograph.policy.ratelimit;

/** Where the tokens are: in this process, or shared between nodes. Safe for many threads. */
public interface Buckets {
    /**
     * Takes {@code tokens} from the bucket of {@code who} under {@code rule}, or nothing if there are too few.
     *
     * @param tokens at most the rule's capacity
     */
    Take take(LimitRule rule, String who, long tokens);

    /** Gives back what {@link #take} took, because another limit refused; never above the capacity. */
    void giveBack(LimitRule rule, String who, long tokens);

    /**
     * What became of a try.
     *
     * @param remaining tokens left
     * @param waitNanos until enough would be there; 0 if taken
     * @param resetNanos until the bucket is full
     */
    record Take(boolean taken, long remaining, long waitNanos, long resetNanos) {}
}
