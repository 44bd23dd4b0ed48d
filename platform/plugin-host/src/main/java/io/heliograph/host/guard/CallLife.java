package io.heliograph.host.guard;

import io.heliograph.host.egress.EgressScope;
import io.heliograph.policy.Permit;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.spi.Cancellation;
import io.heliograph.spi.PluginException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call from permit to return: whether it may go on, when it last moved, what is open for it. All that a plugin holds
 * of the host during a call asks here first. Safe for many threads.
 */
final class CallLife implements Cancellation, EgressScope {
    private static final Logger LOG = LoggerFactory.getLogger(CallLife.class);

    /** Why a call is told to end. */
    enum End {
        CANCELLED,
        DEADLINE,
        NO_PROGRESS,
        REVOKED
    }

    private final Permit permit;
    private final Instant deadline;
    private final long deadlineNanos;
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
    private volatile long movedNanos = System.nanoTime();
    private volatile boolean left;
    private volatile boolean over;

    CallLife(Permit permit, Instant deadline, long deadlineNanos) {
        this.permit = permit;
        this.deadline = deadline;
        this.deadlineNanos = deadlineNanos;
    }

    Instant deadline() {
        return deadline;
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    long movedNanos() {
        return movedNanos;
    }

    /** @throws IllegalStateException once the call has returned */
    void alive() {
        if (over) {
            throw new IllegalStateException("the call that this belonged to is over");
        }
    }

    /** Tells the call to end; the first reason counts. Connections close at once. */
    void end(End reason) {
        if (end.compareAndSet(null, reason)) {
            closeOpen();
        }
    }

    @Nullable
    End ended() {
        return end.get();
    }

    /** The call has returned or was given up: everything of it is dead. */
    void over() {
        over = true;
        closeOpen();
    }

    boolean hasLeft() {
        return left;
    }

    @Override
    public boolean isCancelled() {
        if (over || end.get() != null) {
            return true;
        }
        if (System.nanoTime() - deadlineNanos >= 0) {
            end(End.DEADLINE);
            return true;
        }
        if (!valid(false)) {
            end(End.REVOKED);
            return true;
        }
        return false;
    }

    /** Whether the permit still stands; a record that cannot be asked means no. */
    private boolean valid(boolean now) {
        try {
            return now ? permit.recheck() : permit.stillValid();
        } catch (PolicyDeniedException recordAway) {
            LOG.warn("A running call ends because the record cannot be asked for its epoch", recordAway);
            return false;
        }
    }

    /** Asks the record now, before the last step counts. */
    boolean stillGranted() {
        if (valid(true)) {
            return true;
        }
        end(End.REVOKED);
        return false;
    }

    /** For each chunk of bytes. */
    void chunk() throws IOException {
        alive();
        if (isCancelled()) {
            throw new IOException("the call should end");
        }
        moved();
    }

    @Override
    public void check() throws PluginException {
        alive();
        if (isCancelled()) {
            throw PluginException.cancelled();
        }
    }

    @Override
    public void moved() {
        movedNanos = System.nanoTime();
    }

    @Override
    public void leaving() {
        left = true;
    }

    @Override
    public void attach(AutoCloseable connection) {
        open.add(connection);
        if (over || end.get() != null) {
            closeOpen();
        }
    }

    @Override
    public void detach(AutoCloseable connection) {
        open.remove(connection);
    }

    private void closeOpen() {
        for (AutoCloseable connection : List.copyOf(open)) {
            if (open.remove(connection)) {
                try {
                    connection.close();
                } catch (Exception closing) {
                    LOG.debug("A connection did not close in good order", closing);
                }
            }
        }
    }
}
