package io.heliograph.core.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Driver;

/** Connections to wherever the {@link Endpoint} is now: an embedded server may come back on another port. */
final class EndpointDataSource implements DataSource {
    private final Driver driver = new Driver();
    private final Endpoint endpoint;
    private volatile int loginTimeoutSeconds = 5;

    EndpointDataSource(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = driver.connect(endpoint.url(), endpoint.credentials());
        if (connection == null) {
            throw new SQLNonTransientConnectionException("not a MariaDB URL: " + endpoint.describe(), "08001");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Properties other = new Properties();
        other.setProperty("user", user);
        other.setProperty("password", password);
        Connection connection = driver.connect(endpoint.url(), other);
        if (connection == null) {
            throw new SQLNonTransientConnectionException("not a MariaDB URL: " + endpoint.describe(), "08001");
        }
        return connection;
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
        loginTimeoutSeconds = seconds;
    }

    /** How long the pool waits at its end for a connection that is being made; the URL limits the making itself. */
    @Override
    public int getLoginTimeout() {
        return loginTimeoutSeconds;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
