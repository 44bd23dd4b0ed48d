package io.heliograph.host.load;

import io.heliograph.host.config.Need;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which methods of classes that stay visible fall under which need. */
final class ForbiddenCalls {
    private static final Set<String> EXECUTORS = Set.of(
            "java.util.concurrent.Executors",
            "java.util.concurrent.ThreadPoolExecutor",
            "java.util.concurrent.ScheduledThreadPoolExecutor",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.StructuredTaskScope",
            "java.util.concurrent.SubmissionPublisher",
            "java.util.Timer");
    private static final Set<String> REFLECTIVE = Set.of(
            "java.lang.reflect.Method",
            "java.lang.reflect.Constructor",
            "java.lang.reflect.Field",
            "java.lang.reflect.AccessibleObject",
            "java.lang.reflect.Proxy");

    private ForbiddenCalls() {}

    /** The need a call falls under. */
    static Optional<Need> need(String owner, String name) {
        return Optional.ofNullable(
                switch (owner) {
                    case "java.lang.System" -> system(name);
                    case "java.lang.Thread" -> thread(name);
                    case "java.lang.Class" -> classes(name);
                    case "java.lang.ClassLoader" -> loader(name);
                    case "java.util.ServiceLoader" -> Need.LOOKUP;
                    case "java.lang.Module", "java.lang.ModuleLayer" -> Need.REFLECTION;
                    case "java.lang.invoke.MethodHandles" -> Need.REFLECTION;
                    case "java.net.URL" -> url(name);
                    case "java.net.URI" -> null;
                    case "java.nio.file.Path" -> name.equals("toFile") ? Need.FILES : null;
                    case "java.util.concurrent.CompletableFuture" ->
                        name.endsWith("Async") || name.equals("orTimeout") ? Need.THREADS : null;
                    default -> other(owner, name);
                });
    }

    private static @Nullable Need other(String owner, String name) {
        if (EXECUTORS.contains(owner)) {
            return Need.THREADS;
        }
        if (REFLECTIVE.contains(owner)) {
            return Need.REFLECTION;
        }
        boolean parallel = owner.startsWith("java.util.") && (name.equals("parallelStream") || name.equals("parallel"));
        return parallel ? Need.THREADS : null;
    }

    private static @Nullable Need system(String name) {
        return switch (name) {
            case "load", "loadLibrary", "mapLibraryName" -> Need.NATIVE;
            case "exit", "setIn", "setOut", "setErr" -> Need.PROCESSES;
            case "getenv", "getProperties", "setProperty", "setProperties", "clearProperty" -> Need.ENVIRONMENT;
            default -> null;
        };
    }

    private static @Nullable Need thread(String name) {
        return switch (name) {
            case "<init>", "start", "ofPlatform", "ofVirtual", "startVirtualThread" -> Need.THREADS;
            case "getContextClassLoader", "setContextClassLoader" -> Need.LOOKUP;
            case "getAllStackTraces", "getThreadGroup", "setDefaultUncaughtExceptionHandler" -> Need.INSTRUMENTATION;
            default -> null;
        };
    }

    private static @Nullable Need classes(String name) {
        return switch (name) {
            case "forName", "getClassLoader", "forPrimitiveName" -> Need.LOOKUP;
            case "newInstance",
                    "getMethod",
                    "getMethods",
                    "getDeclaredMethod",
                    "getDeclaredMethods",
                    "getField",
                    "getFields",
                    "getDeclaredField",
                    "getDeclaredFields",
                    "getConstructor",
                    "getConstructors",
                    "getDeclaredConstructor",
                    "getDeclaredConstructors",
                    "getModule" -> Need.REFLECTION;
            default -> null;
        };
    }

    private static @Nullable Need loader(String name) {
        return switch (name) {
            case "<init>", "defineClass" -> Need.CLASS_LOADERS;
            default -> Need.LOOKUP;
        };
    }

    private static @Nullable Need url(String name) {
        return switch (name) {
            case "openConnection", "openStream", "getContent" -> Need.HTTP;
            default -> null;
        };
    }
}
