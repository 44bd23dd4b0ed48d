package io.heliograph.plugins.password;

/**
 * Stands in the packed jar for {@code java.lang.Runtime}, which the hashing library asks for cores and hands a shutdown
 * hook for a pool of threads that it makes with each function and, with one lane, never uses. The JDK would keep that hook,
 * and with it every class of this plugin, until the process ends. The build rewrites the library's calls; our own code
 * makes none.
 */
public final class QuietRuntime {
    private static final QuietRuntime ONLY = new QuietRuntime();

    private QuietRuntime() {}

    /** In place of the JDK's. */
    public static QuietRuntime getRuntime() {
        return ONLY;
    }

    /** One: work on several lanes is the host's to spread. */
    public int availableProcessors() {
        return 1;
    }

    /** Does nothing: the pool has no thread that would have to end. */
    public void addShutdownHook(Thread hook) {
        assert !hook.isAlive();
    }
}
