package io.heliograph.core.tx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one unit of work on the record. A body runs in a transaction at READ COMMITTED on the ambient session of
 * {@link Sessions#current()}; a body inside a body joins it.
 *
 * <p>When the database ends a transaction to resolve a conflict (SQLState 40001) the <em>whole outermost body</em> runs
 * again, at most {@value #MAX_RUNS} times, after a short random pause. So a body has no effect but on the record: no
 * plugin call (the plugin host refuses while {@link #active()}), no file, no message; what should follow a commit goes
 * to {@link #afterCommit}. Locks are taken in one order everywhere: account, job, asset, outbox.
 *
 * <p>Errors: whatever the body throws rolls back and passes on unchanged, except a lost connection, which becomes
 * {@link RecordUnavailableException}. Safe for use by many threads; one body runs on one thread.
 */
public final class Tx {
    static final int MAX_RUNS = 8;
    private static final long FIRST_PAUSE_NANOS = 2_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(Tx.class);
    private static final ScopedValue<Scope> SCOPE = ScopedValue.newInstance();

    private final SessionFactory factory;

    /** Units of work on the database behind {@code factory}. */
    public Tx(SessionFactory factory) {
        this.factory = factory;
    }

    /** Whether the calling thread is inside a unit of work, of any database. */
    public static boolean active() {
        return SCOPE.isBound();
    }

    /**
     * Runs {@code action} once the outermost body has committed, on this thread and outside the transaction; never when
     * it rolls back. Its failure is logged and changes nothing, so it must only be a hint (a wake-up, a cache entry).
     *
     * @throws IllegalStateException outside a unit of work
     */
    public static void afterCommit(Runnable action) {
        scope().afterCommit.add(action);
    }

    /** Runs {@code body} in the ambient unit of work, or in a new one. */
    public void required(Runnable body) {
        this.<@Nullable Void>required(() -> {
            body.run();
            return null;
        });
    }

    /** Runs {@code body} in the ambient unit of work, or in a new one, and returns its answer. */
    public <T extends @Nullable Object> T required(Supplier<T> body) {
        if (SCOPE.isBound()) {
            if (SCOPE.get().owner != this) {
                throw new IllegalStateException("a unit of work cannot span two databases");
            }
            return body.get();
        }
        for (int run = 1; ; run++) {
            try {
                return once(body);
            } catch (RuntimeException failure) {
                if (SqlFailures.connectionLost(failure)) {
                    throw new RecordUnavailableException(failure);
                }
                if (run >= MAX_RUNS || !SqlFailures.conflict(failure)) {
                    throw failure;
                }
                LOG.debug("Unit of work runs again after a conflict, run {}", run, failure);
                pause(run);
            }
        }
    }

    private <T extends @Nullable Object> T once(Supplier<T> body) {
        try (StatelessSession session = factory.openStatelessSession()) {
            Scope scope = new Scope(this, session, new ArrayList<>());
            T answer = ScopedValue.where(SCOPE, scope).call(() -> {
                session.beginTransaction();
                try {
                    T result = body.get();
                    session.getTransaction().commit();
                    return result;
                } catch (Throwable failure) {
                    rollBack(session, failure);
                    throw failure;
                }
            });
            scope.runAfterCommit();
            return answer;
        }
    }

    private static void rollBack(StatelessSession session, Throwable failure) {
        try {
            if (session.getTransaction().isActive() || session.getTransaction().getRollbackOnly()) {
                session.getTransaction().rollback();
            }
        } catch (RuntimeException secondary) {
            failure.addSuppressed(secondary);
        }
    }

    private static void pause(int run) {
        long ceilingNanos = FIRST_PAUSE_NANOS << Math.min(run, 7);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_NANOS, ceilingNanos + 1));
    }

    static Scope scope() {
        if (!SCOPE.isBound()) {
            throw new IllegalStateException("no unit of work: call inside Tx.required");
        }
        return SCOPE.get();
    }

    /** What is ambient while a body runs. */
    record Scope(Tx owner, StatelessSession session, List<Runnable> afterCommit) {
        void runAfterCommit() {
            for (Runnable action : afterCommit) {
                try {
                    action.run();
                } catch (RuntimeException failure) {
                    LOG.warn("An action after commit failed; the commit stands", failure);
                }
            }
        }
    }
}
