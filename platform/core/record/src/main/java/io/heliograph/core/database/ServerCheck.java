package io.heliograph.core.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the server before anything is done with it. */
final class ServerCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ServerCheck.class);
    private static final Pattern VERSION = Pattern.compile(
            "(\\d+)\\.(\\d+)\\.(\\d+)-MariaDB.*|.*?(\\d+)\\.(\\d+)\\.(\\d+)-mariadb.*", Pattern.CASE_INSENSITIVE);
    private static final int ACCESS_DENIED = 1045;
    private static final int UNKNOWN_DATABASE = 1049;
    private static final int DATABASE_DENIED = 1044;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private ServerCheck() {}

    /** Waits for the server, with growing pauses, at most {@code patienceMillis}. */
    static void await(DataSource direct, Endpoint endpoint, long patienceMillis) {
        long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        long pauseMillis = 250;
        while (true) {
            try (Connection connection = direct.getConnection()) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException failure) {
                refuseWhatWaitingDoesNotMend(endpoint, failure);
                if (System.nanoTime() - endNanos > 0) {
                    throw new StartProblem(
                            "The database at " + endpoint.describe() + " cannot be reached: " + reason(failure) + ".",
                            "Start it, or correct database.url; a firewall or a bind-address of 127.0.0.1 on the"
                                    + " database's side is the usual reason.",
                            failure);
                }
                LOG.info("Waiting for the database at {}: {}", endpoint.describe(), reason(failure));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
            pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 2);
        }
    }

    private static void refuseWhatWaitingDoesNotMend(Endpoint endpoint, SQLException failure) {
        switch (failure.getErrorCode()) {
            case ACCESS_DENIED, DATABASE_DENIED ->
                throw new StartProblem(
                        "The database at " + endpoint.describe() + " refused our user or password.",
                        "Check database.user and database.password, and grant the user all privileges on the database.",
                        failure);
            case UNKNOWN_DATABASE ->
                throw new StartProblem(
                        "The server of " + endpoint.describe() + " has no such database.",
                        "Create it: create database NAME character set utf8mb4 collate utf8mb4_bin.",
                        failure);
            default -> {
                String words = reason(failure).toLowerCase(Locale.ROOT);
                if (isTls(failure) || words.contains("ssl") || words.contains("certificat") || words.contains("pkix")) {
                    throw new StartProblem(
                            "No trusted TLS connection to " + endpoint.describe() + ": " + reason(failure) + ".",
                            "Name the server's certificate with serverSslCert=FILE in database.url, or choose another"
                                    + " sslMode there (verify-full, verify-ca, trust, disable).",
                            failure);
                }
            }
        }
    }

    private static boolean isTls(SQLException failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SSLException) {
                return true;
            }
        }
        return false;
    }

    /** Refuses a server that is not MariaDB 10.11 or newer. */
    static void version(DataSource direct, Endpoint endpoint) {
        String text;
        try (Connection connection = direct.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select version()")) {
            answer.next();
            text = answer.getString(1);
        } catch (SQLException failure) {
            throw new StartProblem(
                    "The database at " + endpoint.describe() + " does not answer: " + reason(failure) + ".",
                    "See whether it is healthy, and start again.",
                    failure);
        }
        if (!supported(text)) {
            throw new StartProblem(
                    "The database at " + endpoint.describe() + " is " + text + "; MariaDB 10.11 or newer is needed.",
                    "Upgrade it, or leave out database.url to use the embedded database.");
        }
    }

    /** Whether {@code version()} names a MariaDB that we know to work. */
    static boolean supported(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches()) {
            return false;
        }
        int offset = matcher.group(1) != null ? 0 : 3;
        int major = Integer.parseInt(matcher.group(1 + offset));
        int minor = Integer.parseInt(matcher.group(2 + offset));
        return major > 10 || (major == 10 && minor >= 11);
    }

    private static String reason(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        Throwable cause = failure.getCause();
        return cause != null && cause.getMessage() != null && !message.contains(cause.getMessage())
                ? message + " (" + cause.getMessage() + ")"
                : message;
    }
}
