package io.heliograph.core.database;

/** Whether the database answers. Read by health pages; safe for use by many threads. */
public interface Availability {
    /** Whether the last look found it answering. */
    boolean up();

    /** One sentence for the operator: where it is and, while it is away, since when and why. */
    String describe();
}
