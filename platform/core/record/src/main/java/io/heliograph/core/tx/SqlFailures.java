package io.heliograph.core.tx;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells apart, by the SQLException inside a failure, what may be tried again and how. */
final class SqlFailures {
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String CONNECTION_CLASS = "08";
    private static final int RECORD_HAS_CHANGED = 1020;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int SERVER_SHUTDOWN = 1053;
    private static final int CONNECTION_KILLED = 1927;
    private static final int TOO_MANY_CONNECTIONS = 1040;

    private SqlFailures() {}

    /** The database ended the transaction to resolve a conflict: running it again is expected to work. */
    static boolean conflict(Throwable failure) {
        return any(
                failure,
                e -> SERIALIZATION_FAILURE.equals(e.getSQLState())
                        || e.getErrorCode() == RECORD_HAS_CHANGED
                        || e.getErrorCode() == LOCK_WAIT_TIMEOUT);
    }

    /** There is no connection, or it broke. */
    static boolean connectionLost(Throwable failure) {
        return any(
                failure,
                e -> e instanceof SQLTransientConnectionException
                        || (e.getSQLState() != null && e.getSQLState().startsWith(CONNECTION_CLASS))
                        || e.getErrorCode() == SERVER_SHUTDOWN
                        || e.getErrorCode() == CONNECTION_KILLED
                        || e.getErrorCode() == TOO_MANY_CONNECTIONS);
    }

    private static boolean any(Throwable failure, Predicate<SQLException> test) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException e && test.test(e)) {
                return true;
            }
        }
        return false;
    }
}
