package io.heliograph.core.database;

import java.util.Properties;

/** Where a database answers at this moment, and as whom; asked anew for each connection. */
public interface Endpoint {
    /**
     * What every session of ours has, whatever the server's defaults: UTC, so that the database's clock and ours speak of
     * the same time, and no silent truncation.
     */
    String SESSION = "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&sessionVariables="
            + "sql_mode='STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO',"
            + "innodb_lock_wait_timeout=20";

    /** JDBC URL. */
    String url();

    /** {@code user} and {@code password}. */
    Properties credentials();

    /** How the place is named in messages: never with a password. */
    String describe();
}
