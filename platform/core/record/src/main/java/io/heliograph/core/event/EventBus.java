package io.heliograph.core.event;

import java.util.function.Consumer;

/**
 * Wakes and invalidates, within a process and, where the operator runs several nodes, between them. A message is a
 * hint: it may come twice, late or never, so whoever waits for one also looks by himself now and then. What must not be
 * lost is in the record.
 */
public interface EventBus {
    /**
     * Tells every listener of {@code topic} on every node. Returns at once.
     *
     * @param key what was changed; at most 200 characters, an id and nothing personal
     */
    void publish(String topic, String key);

    /** Calls {@code listener} with each key published under {@code topic}, on the publisher's or the bus's thread: it must not block. */
    Subscription subscribe(String topic, Consumer<String> listener);

    /** An open subscription. */
    interface Subscription extends AutoCloseable {
        /** Ends it; a call that is under way may still finish. */
        @Override
        void close();
    }
}
