package io.heliograph.core.testing;

import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.database.DataFolder;
import io.heliograph.core.event.EventLog;
import io.heliograph.core.event.LocalEventBus;
import io.heliograph.core.record.RecordRoom;
import io.heliograph.core.record.RecordSettings;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.PrincipalId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The record for one test class: a fresh database on a real MariaDB server with the migrations of every module on the
 * class path, opened with a clock that stands still.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase db = new TestDatabase();
 * ...
 * db.tx().required(() -> ...);
 * }</pre>
 *
 * <p>Test methods of a class share the database, so each makes principals of its own ({@link #principal()}).
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
    private final TestClock clock = new TestClock();
    private final LocalEventBus bus = new LocalEventBus();
    private final String name =
            "t_" + new Ids(InstantSource.system()).next().toString().replace("-", "");
    private @Nullable Path folder;
    private @Nullable RecordRoom record;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        open();
    }

    /** Opens it outside JUnit's life cycle; {@link #close} ends it. */
    public void open() throws IOException {
        TestServer server = TestServer.get();
        server.execute("create database " + name + " character set utf8mb4 collate utf8mb4_bin");
        folder = Files.createTempDirectory("heliograph-record");
        record = RecordRoom.open(
                new RecordSettings(
                        folder,
                        DataFolder.Role.SERVICE,
                        Optional.of(new RecordSettings.ExternalDatabase(
                                server.url(name), server.user(), server.password(), 10_000)),
                        Optional.empty(),
                        Optional.empty(),
                        12),
                bus,
                clock);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** Closes the record and drops the database. */
    public void close() {
        if (record != null) {
            record.close();
            record = null;
            TestServer.get().execute("drop database " + name);
        }
        if (folder != null) {
            TestServer.deleteTree(folder);
            folder = null;
        }
    }

    /** The opened record. */
    public RecordRoom record() {
        return Objects.requireNonNull(record, "register it as a static extension of the test class");
    }

    public Tx tx() {
        return record().tx();
    }

    public Sealer sealer() {
        return record().sealer();
    }

    public EventLog events() {
        return record().events();
    }

    public AuditLog audit() {
        return record().audit();
    }

    public Ids ids() {
        return record().ids();
    }

    public LocalEventBus bus() {
        return bus;
    }

    public TestClock clock() {
        return clock;
    }

    /** The data folder, gone after the class. */
    public Path folder() {
        return Objects.requireNonNull(folder);
    }

    /** A principal nobody else uses. */
    public PrincipalId principal() {
        return new PrincipalId(ids().next());
    }

    /** An id nobody else uses. */
    public UUID id() {
        return ids().next();
    }

    /** Name of the database, for tests that look from outside. */
    public String databaseName() {
        return name;
    }

    /** JDBC URL of the database, as an operator would write it. */
    public String url() {
        return TestServer.get().url(name);
    }

    /** User of the server. */
    public String user() {
        return TestServer.get().user();
    }

    /** Password of the server. */
    public String password() {
        return TestServer.get().password();
    }
}
