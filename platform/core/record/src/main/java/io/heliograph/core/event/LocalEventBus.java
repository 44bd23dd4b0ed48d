package io.heliograph.core.event;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bus of a single process: listeners run on the publisher's thread; one that fails does not stop the others. */
public final class LocalEventBus implements EventBus {
    private static final Logger LOG = LoggerFactory.getLogger(LocalEventBus.class);

    private final ConcurrentMap<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();

    @Override
    public void publish(String topic, String key) {
        for (Consumer<String> listener : listeners.getOrDefault(topic, List.of())) {
            try {
                listener.accept(key);
            } catch (RuntimeException failure) {
                LOG.warn("A listener of topic {} failed", topic, failure);
            }
        }
    }

    @Override
    public Subscription subscribe(String topic, Consumer<String> listener) {
        List<Consumer<String>> ofTopic = listeners.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>());
        ofTopic.add(listener);
        return () -> ofTopic.remove(listener);
    }
}
