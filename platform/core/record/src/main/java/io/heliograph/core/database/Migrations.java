package io.heliograph.core.database;

import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema to this version. Each feature brings its own scripts and has a range of numbers, so a new script
 * may come before one that has been applied long ago.
 */
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /** Applies what is missing. @throws StartProblem for a database of a newer version, or a script that failed. */
    static void apply(DataSource direct, Endpoint endpoint) {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(direct)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .cleanDisabled(true)
                .validateMigrationNaming(true)
                .failOnMissingLocations(true)
                .ignoreMigrationPatterns("*:missing", "*:future")
                .load();
        try {
            newest(flyway).ifPresent(unknown -> {
                throw new StartProblem(
                        "The database at " + endpoint.describe() + " was made by a newer Heliograph (it has step "
                                + unknown.getVersion() + ", unknown here).",
                        "Start that version again, or restore the backup from before the upgrade.");
            });
            int applied = flyway.migrate().migrationsExecuted;
            if (applied > 0) {
                LOG.info("The database's schema was brought up to date in {} steps", applied);
            }
        } catch (FlywayException failure) {
            throw new StartProblem(
                    "The database at " + endpoint.describe() + " could not be brought to this version: "
                            + String.valueOf(failure.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("unknown reason"),
                    "Restore the backup from before the upgrade and report the step named here; nothing else was changed.",
                    failure);
        }
    }

    private static Optional<MigrationInfo> newest(Flyway flyway) {
        return Arrays.stream(flyway.info().applied())
                .filter(m -> m.getVersion() != null)
                .filter(m -> m.getState() == MigrationState.FUTURE_SUCCESS
                        || m.getState() == MigrationState.FUTURE_FAILED
                        || m.getState() == MigrationState.MISSING_SUCCESS
                        || m.getState() == MigrationState.MISSING_FAILED)
                .reduce((first, second) -> second);
    }
}
