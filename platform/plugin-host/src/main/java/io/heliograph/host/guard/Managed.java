package io.heliograph.host.guard;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs code of a plugin that is no call (loading, making, closing) on a thread of its own, with a limit. */
public final class Managed {
    private Managed() {}

    /**
     * Runs it and waits.
     *
     * @param name for the thread
     * @throws PluginException its own failure, or one that says that it threw, answered nothing, or took too long
     */
    public static <R> R run(String name, ClassLoader pluginLoader, Duration limit, Callable<R> code)
            throws PluginException {
        FutureTask<R> task = new FutureTask<>(code);
        Thread thread =
                Thread.ofPlatform().daemon().name("plugin-" + name + "-manage").unstarted(task);
        thread.setContextClassLoader(pluginLoader);
        thread.start();
        try {
            R result = task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (result == null) {
                throw failure("answered-nothing", "it answered nothing");
            }
            return result;
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            if (cause instanceof PluginException own) {
                throw own;
            }
            throw failure("plugin-failed", "it threw " + cause.getClass().getSimpleName())
                    .causedBy(cause);
        } catch (TimeoutException slow) {
            task.cancel(true);
            throw failure("no-answer", "it took longer than " + limit.toSeconds() + " s");
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw PluginException.cancelled();
        }
    }

    private static PluginException failure(String code, String message) {
        return PluginException.nothingHappened(ErrorKind.PROVIDER, code, message);
    }
}
