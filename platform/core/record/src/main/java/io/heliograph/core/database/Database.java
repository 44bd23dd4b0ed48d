package io.heliograph.core.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.heliograph.core.database.embedded.EmbeddedServer;
import io.heliograph.core.database.store.SessionFactories;
import io.heliograph.core.inventory.EntityContribution;
import io.heliograph.core.tx.Tx;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open database: server reached (or started), schema current, pool and session factory made. Closing it closes them
 * in reverse, and stops a server that was started for it.
 *
 * <p>While the server is away, units of work fail with {@link io.heliograph.core.tx.RecordUnavailableException} and
 * work again without a restart. Safe for use by many threads.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Deque<AutoCloseable> toClose;
    private final DataSource pool;
    private final Watched watched;
    private final Tx tx;

    private Database(Deque<AutoCloseable> toClose, DataSource pool, Watched watched, Tx tx) {
        this.toClose = toClose;
        this.pool = pool;
        this.watched = watched;
        this.tx = tx;
    }

    /**
     * Opens it.
     *
     * @param poolSize connections at most
     * @throws StartProblem if it cannot be opened
     */
    public static Database open(
            DatabaseSettings settings, int poolSize, List<EntityContribution> contributions, InstantSource clock) {
        Deque<AutoCloseable> toClose = new ArrayDeque<>();
        StartPhases phases = StartPhases.begin(LOG);
        try {
            Endpoint endpoint = switch (settings) {
                case DatabaseSettings.Embedded embedded -> {
                    EmbeddedServer server = EmbeddedServer.open(embedded);
                    toClose.push(server);
                    yield server;
                }
                case DatabaseSettings.External external -> new ExternalEndpoint(external);
            };
            DataSource direct = new EndpointDataSource(endpoint);
            if (settings instanceof DatabaseSettings.External external) {
                ServerCheck.await(direct, endpoint, external.patienceMillis());
            }
            ServerCheck.version(direct, endpoint);
            phases.done("database server");
            Migrations.apply(direct, endpoint);
            phases.done("migrations");
            Watched watched = new Watched(direct, endpoint.describe(), clock);
            toClose.push(watched);
            HikariDataSource hikari = pool(direct, poolSize);
            toClose.push(hikari);
            DataSource pool = new GuardedDataSource(hikari, watched);
            phases.done("connection pool");
            SessionFactory factory = SessionFactories.build(pool, contributions);
            toClose.push(factory);
            phases.done("session factory");
            watched.start();
            return new Database(toClose, pool, watched, new Tx(factory));
        } catch (RuntimeException | Error failure) {
            closeAll(toClose);
            throw failure;
        }
    }

    private static HikariDataSource pool(DataSource direct, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("record");
        config.setDataSource(direct);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(5_000);
        config.setValidationTimeout(2_000);
        config.setKeepaliveTime(120_000);
        config.setMaxLifetime(1_500_000);
        return new HikariDataSource(config);
    }

    /** Units of work on this database. */
    public Tx tx() {
        return tx;
    }

    /** Pooled connections at READ COMMITTED with auto-commit off, for parts that bring their own SQL. */
    public DataSource dataSource() {
        return pool;
    }

    /** Whether it answers. */
    public Availability availability() {
        return watched;
    }

    @Override
    public void close() {
        closeAll(toClose);
    }

    private static void closeAll(Deque<AutoCloseable> toClose) {
        while (!toClose.isEmpty()) {
            AutoCloseable next = toClose.pop();
            try {
                next.close();
            } catch (Exception failure) {
                LOG.warn("Closing {} failed; the rest is closed all the same", next, failure);
            }
        }
    }
}
