package io.heliograph.core.event;

import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.List;

/**
 * The log of events of each principal, in the record: any node can resume a stream after any restart. A stream's id is
 * {@code seq}; the {@link EventBus} only wakes the readers.
 *
 * <p>Appending takes the principal's head row until the unit of work ends, so that numbers follow the order of commits
 * and a reader never passes over one. It is therefore the last thing a unit of work does.
 */
public interface EventLog {
    /** Longest payload. */
    int MAX_JSON_CHARS = 16_000;

    /** Topic on the bus; the key is the principal's id. */
    String TOPIC = "event";

    /**
     * Appends one event, inside a unit of work, and wakes readers after its commit.
     *
     * @return its {@code seq}
     * @throws IllegalStateException outside a unit of work
     */
    long append(PrincipalId principal, String type, String json);

    /** The events after {@code seq} in order, at most {@code limit}. */
    List<Event> after(PrincipalId principal, long seq, int limit);

    /** The number of the newest event, 0 before the first. */
    long latest(PrincipalId principal);

    /** The number of the oldest event kept; a reader that asks for less has missed some. 0 if none is kept. */
    long oldest(PrincipalId principal);

    /** Removes events older than {@code before}, at most {@code limit}; answers how many. */
    int trim(Instant before, int limit);

    /** How many are older than {@code before}. */
    long countBefore(Instant before);
}
