package io.heliograph.testkit.fake;

import java.util.function.BiFunction;

/**
 * Where a test steps in. A fake calls {@link #at} at every step of its work; the installed function may count, wait for a
 * latch, or answer {@code user}, {@code safety}, {@code limited}, {@code unknown} or {@code happened} to make the step fail
 * so. It lies in the system properties as a JDK type, so that a test reaches a fake in another class loader too.
 */
public final class Hook {
    /** Key in the system properties. */
    public static final String PROPERTY = "io.heliograph.testkit.fake.hook";

    private Hook() {}

    /**
     * Installs a function of idempotency key and step ({@code submit}, {@code step-1} ..., {@code done}); it answers the
     * empty text to let the work go on. Close what is returned to remove it.
     */
    public static Installed install(BiFunction<String, String, String> function) {
        System.getProperties().put(PROPERTY, function);
        return () -> System.getProperties().remove(PROPERTY);
    }

    /** What the test wants at this step; empty without a test. */
    static String at(String key, String step) {
        Object function = System.getProperties().get(PROPERTY);
        if (function instanceof BiFunction<?, ?, ?> hook) {
            @SuppressWarnings("unchecked") // only install puts it there
            BiFunction<String, String, String> known = (BiFunction<String, String, String>) hook;
            return known.apply(key, step);
        }
        return "";
    }

    /** An installed function. */
    @FunctionalInterface
    public interface Installed extends AutoCloseable {
        @Override
        void close();
    }
}
