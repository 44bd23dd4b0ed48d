package io.heliograph.core.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The pool behind the watch: refuses at once while the database is away, and tells the watch when it finds it so. */
final class GuardedDataSource implements DataSource {
    private final HikariDataSource pool;
    private final Watched watched;

    GuardedDataSource(HikariDataSource pool, Watched watched) {
        this.pool = pool;
        this.watched = watched;
    }

    @Override
    public Connection getConnection() throws SQLException {
        watched.check();
        try {
            return pool.getConnection();
        } catch (SQLException failure) {
            // A pool that is merely busy has no cause; one that could not connect carries the driver's failure.
            if (failure.getCause() instanceof SQLException cause) {
                watched.report(cause);
            }
            throw failure;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the pool has one user");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException("logs go through slf4j");
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException("set connectTimeout in the URL");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
