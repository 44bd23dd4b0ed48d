package io.heliograph.core.record;

import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.audit.store.StoredAuditLog;
import io.heliograph.core.crypto.KeyedSealer;
import io.heliograph.core.crypto.MasterKey;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.crypto.store.StoredKeyTable;
import io.heliograph.core.database.Availability;
import io.heliograph.core.database.DataFolder;
import io.heliograph.core.database.Database;
import io.heliograph.core.database.DatabaseSettings;
import io.heliograph.core.database.StartProblem;
import io.heliograph.core.event.EventBus;
import io.heliograph.core.event.EventLog;
import io.heliograph.core.event.store.EventErasure;
import io.heliograph.core.event.store.StoredEventLog;
import io.heliograph.core.inventory.EntityContribution;
import io.heliograph.core.inventory.Inventory;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.core.schedule.Housekeeping;
import io.heliograph.core.setting.SettingBook;
import io.heliograph.core.setting.store.StoredSettingBook;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/**
 * The opened record with all its parts. Made once per process; closing it stops what it started, in reverse.
 */
public final class RecordRoom implements AutoCloseable {
    private final DataFolder folder;
    private final Database database;
    private final EventBus bus;
    private final Inventory inventory;
    private final Ids ids;
    private final EventLog events;
    private final AuditLog audit;
    private final Sealer sealer;
    private final SettingBook settings;
    private final Housekeeping housekeeping;
    private final boolean masterKeyMade;

    private RecordRoom(
            DataFolder folder,
            Database database,
            EventBus bus,
            List<EntityContribution> contributions,
            MasterKey master,
            boolean masterKeyMade,
            InstantSource clock) {
        this.folder = folder;
        this.masterKeyMade = masterKeyMade;
        this.database = database;
        this.bus = bus;
        this.inventory = Inventory.of(contributions);
        this.ids = new Ids(clock);
        this.events = new StoredEventLog(database.tx(), bus, clock);
        this.audit = new StoredAuditLog(database.tx(), clock);
        this.sealer = new KeyedSealer(database.tx(), new StoredKeyTable(), bus, ids, master, folder.owned());
        this.settings = new StoredSettingBook(database.tx(), sealer, audit, ids, clock);
        this.housekeeping = new Housekeeping(database.dataSource());
    }

    /**
     * Opens the record with the entities of every feature on the class path.
     *
     * @throws io.heliograph.core.database.StartProblem if it cannot be opened; nothing is left running then
     */
    public static RecordRoom open(RecordSettings settings, EventBus bus, InstantSource clock) {
        List<EntityContribution> contributions = Inventory.contributions();
        DataFolder folder = DataFolder.open(settings.dataFolder(), settings.role(), settings.leastFreeBytes());
        try {
            DatabaseSettings where = settings.database()
                    .<DatabaseSettings>map(external -> new DatabaseSettings.External(
                            external.url(), external.user(), external.password(), external.patienceMillis()))
                    .orElseGet(() -> new DatabaseSettings.Embedded(folder, settings.programs()));
            Path keyFile = folder.path().resolve("master.key");
            boolean masterKeyMade = settings.masterKey().isEmpty() && !Files.exists(keyFile);
            MasterKey master = settings.masterKey().map(MasterKey::given).orElseGet(() -> MasterKey.inFile(keyFile));
            Database database = Database.open(where, settings.poolSize(), contributions, clock);
            try {
                return new RecordRoom(folder, database, bus, contributions, master, masterKeyMade, clock);
            } catch (StartProblem misfit) {
                database.close();
                throw masterKeyMade ? missing(keyFile, misfit) : misfit;
            } catch (RuntimeException | Error failure) {
                database.close();
                throw failure;
            }
        } catch (RuntimeException | Error failure) {
            folder.close();
            throw failure;
        }
    }

    /** The key just made reads nothing here: it goes again, so that nobody takes it for the real one. */
    private static StartProblem missing(Path keyFile, StartProblem misfit) {
        try {
            Files.deleteIfExists(keyFile);
        } catch (IOException failure) {
            misfit.addSuppressed(failure);
        }
        return new StartProblem(
                "The master key " + keyFile + " is missing, and what this database holds was sealed with it.",
                "Put your copy back there, readable by its owner only; without it nothing sealed can be read.",
                misfit);
    }

    /** Units of work. */
    public Tx tx() {
        return database.tx();
    }

    public EventLog events() {
        return events;
    }

    public EventBus bus() {
        return bus;
    }

    public AuditLog audit() {
        return audit;
    }

    public Sealer sealer() {
        return sealer;
    }

    /** The second layer of the configuration. */
    public SettingBook settings() {
        return settings;
    }

    /** New ids. */
    public Ids ids() {
        return ids;
    }

    /** Recurring chores; the wiring adds them and starts it. */
    public Housekeeping housekeeping() {
        return housekeeping;
    }

    /** Which column is of which category. */
    public Inventory inventory() {
        return inventory;
    }

    /** Whether the database answers. */
    public Availability availability() {
        return database.availability();
    }

    /** Pooled connections (READ COMMITTED, auto-commit off) for checks and tools; features use {@link #tx()}. */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /** How the record itself lets go of a person and hands out what it keeps of them. */
    public RecordParticipant participant() {
        return new RecordParticipant(new EventErasure(tx()), events, audit, sealer);
    }

    /** The ends of the event log and of the security record. */
    public List<RetentionClass> retention(Duration eventsKept, Duration auditKept) {
        return List.of(
                new LogRetention("event", DataCategory.ACCESS, eventsKept, events::trim, events::countBefore),
                new LogRetention("audit", DataCategory.AUDIT, auditKept, audit::trim, audit::countBefore));
    }

    /** Whether the master key was made just now: then the operator is told to keep a copy apart. */
    public boolean masterKeyMade() {
        return masterKeyMade;
    }

    /** The installation's folder. */
    public DataFolder folder() {
        return folder;
    }

    @Override
    public void close() {
        housekeeping.close();
        database.close();
        folder.close();
    }
}
