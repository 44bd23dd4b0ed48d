package io.heliograph.host.guard;

/**
 * Runs code of the host on a plugin's thread under the host's context loader. Only for code that does not call the plugin
 * back: the host's loader must never be seen by one.
 */
final class HostLoader {
    private static final ClassLoader HOST = HostLoader.class.getClassLoader();

    private HostLoader() {}

    /** Something that gives a value. */
    @FunctionalInterface
    interface Giving<R extends @org.jspecify.annotations.Nullable Object, X extends Exception> {
        R get() throws X;
    }

    /** Something that is done. */
    @FunctionalInterface
    interface Doing<X extends Exception> {
        void run() throws X;
    }

    static <R extends @org.jspecify.annotations.Nullable Object, X extends Exception> R get(Giving<R, X> code)
            throws X {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(HOST);
        try {
            return code.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    static <X extends Exception> void run(Doing<X> code) throws X {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(HOST);
        try {
            code.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
