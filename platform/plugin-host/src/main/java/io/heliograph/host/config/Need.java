package io.heliograph.host.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something of the JDK that a plugin reaches only where its manifest declares it and the operator granted it. The first
 * seven are <em>prevented</em> by the class loader; all are <em>detected</em> by the scan of the bytecode at load, whose
 * findings must equal the declaration.
 */
public enum Need {
    /** Files of the machine: {@code java.nio.file.Files}, {@code java.io.File}, file streams and channels. */
    FILES(true),
    /** Sockets, TLS sockets, naming and management services. */
    SOCKETS(true),
    /** {@code java.net.http} and {@code URLConnection}. */
    HTTP(true),
    /** Starting processes, ending the JVM. */
    PROCESSES(true),
    /** Native libraries and foreign memory. */
    NATIVE(true),
    /** {@code sun.misc.Unsafe} and other internals. */
    UNSAFE(true),
    /** Instrumentation, attaching, debugging. */
    INSTRUMENTATION(true),
    /** Starting threads or executors; parallel streams. */
    THREADS(false),
    /** Reflection and method handles of its own making. */
    REFLECTION(false),
    /** Looking up classes, services or loaders by name. */
    LOOKUP(false),
    /** Class loaders of its own. */
    CLASS_LOADERS(false),
    /** Environment variables and system properties as a whole. */
    ENVIRONMENT(false);

    private final boolean hidden;

    Need(boolean hidden) {
        this.hidden = hidden;
    }

    /** Whether the class loader hides the classes concerned unless granted. */
    public boolean isHidden() {
        return hidden;
    }

    /** Word in manifests and configuration: {@code class-loaders}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The need of a word; empty if there is none. */
    public static Optional<Need> of(String word) {
        return Arrays.stream(values()).filter(need -> need.word().equals(word)).findFirst();
    }
}
