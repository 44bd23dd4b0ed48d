package io.heliograph.host.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One call on an instance's thread, and the caller who waits for it.
 *
 * <pre>
 *   waiting --> running --> finished
 *      |           \--> given up --> finished, unheard
 *      \--> withdrawn
 * </pre>
 */
final class RunningCall<R> implements Runnable {
    /** The call did not end although it was told to, twice. */
    static final class GivenUp extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The call never began. */
    static final class NotBegun extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final CallLife life;
    private final ClassLoader pluginLoader;
    private final Callable<R> code;
    private final Object lock = new Object();
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable Thread thread;
    private boolean begun;
    private boolean withdrawn;
    private boolean finished;
    private @Nullable R result;
    private @Nullable Throwable failure;

    RunningCall(CallLife life, ClassLoader pluginLoader, Callable<R> code) {
        this.life = life;
        this.pluginLoader = pluginLoader;
        this.code = code;
    }

    /** Tells it to end and wakes the caller. */
    void end(CallLife.End reason) {
        life.end(reason);
        synchronized (lock) {
            lock.notifyAll();
        }
    }

    /** The broad catch: whatever a plugin throws, errors included, goes to the caller and spares the thread. */
    @Override
    public void run() {
        synchronized (lock) {
            if (withdrawn) {
                return;
            }
            begun = true;
            thread = Thread.currentThread();
            lock.notifyAll();
        }
        life.moved();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(pluginLoader);
        R value = null;
        Throwable thrown = null;
        try {
            value = code.call();
        } catch (Throwable any) {
            thrown = any;
        }
        List<Runnable> told;
        synchronized (lock) {
            finished = true;
            thread = null;
            result = value;
            failure = thrown;
            told = List.copyOf(listeners);
            lock.notifyAll();
        }
        // An interrupt that came for this call must not hit the next.
        Thread.interrupted();
        Thread.currentThread().setContextClassLoader(before);
        told.forEach(Runnable::run);
    }

    /** Runs {@code listener} when the call ends after all. */
    void whenFinished(Runnable listener) {
        synchronized (lock) {
            if (!finished) {
                listeners.add(listener);
                return;
            }
        }
        listener.run();
    }

    /**
     * Waits for the end: the plugin's own, or ours.
     *
     * @throws Throwable what the plugin threw, {@link NotBegun}, or {@link GivenUp}
     */
    R await(Duration noProgress, Duration grace, InstancePool pool) throws Throwable {
        boolean interrupted = false;
        try {
            synchronized (lock) {
                interrupted = awaitEnd(noProgress);
                if (!finished && !begun) {
                    withdrawn = true;
                    pool.forget(this);
                    throw new NotBegun();
                }
                if (!finished) {
                    interrupted |= awaitFinished(grace);
                }
                if (!finished && thread != null) {
                    thread.interrupt();
                    interrupted |= awaitFinished(grace);
                }
                if (!finished) {
                    throw new GivenUp();
                }
                return outcome();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private R outcome() throws Throwable {
        if (failure != null) {
            throw failure;
        }
        if (result == null) {
            throw new NullPointerException("the plugin answered null");
        }
        return result;
    }

    /** Until finished or told to end; true if the caller was interrupted, which tells it to end. */
    private boolean awaitEnd(Duration noProgress) {
        long patience = noProgress.toNanos();
        while (!finished && life.ended() == null) {
            long now = System.nanoTime();
            long left = life.deadlineNanos() - now;
            if (begun) {
                left = Math.min(left, life.movedNanos() + patience - now);
            }
            if (left <= 0) {
                life.end(life.deadlineNanos() - now <= 0 ? CallLife.End.DEADLINE : CallLife.End.NO_PROGRESS);
                return false;
            }
            try {
                lock.wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException caller) {
                life.end(CallLife.End.CANCELLED);
                return true;
            }
        }
        return false;
    }

    /** Until finished or the grace is over; true if the caller was interrupted. */
    private boolean awaitFinished(Duration grace) {
        long end = System.nanoTime() + grace.toNanos();
        boolean interrupted = false;
        for (long left = grace.toNanos(); !finished && left > 0; left = end - System.nanoTime()) {
            try {
                lock.wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException caller) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
