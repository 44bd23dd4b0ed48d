package io.heliograph.host.guard;

/** Port to the record: writes down what is about to leave. Safe for many threads. */
@FunctionalInterface
public interface DisclosureRecorder {
    /** Keeps the entry. When it throws, the call is refused and nothing leaves. */
    void record(Disclosure disclosure);
}
