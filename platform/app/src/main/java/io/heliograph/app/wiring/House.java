package io.heliograph.app.wiring;

import io.heliograph.app.config.Configuration;
import io.heliograph.app.log.Logging;
import io.heliograph.core.database.DataFolder;
import io.heliograph.core.database.StartPhases;
import io.heliograph.core.database.StartProblem;
import io.heliograph.core.generation.GenerationRoom;
import io.heliograph.core.generation.GenerationSettings;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.core.library.LibraryRoom;
import io.heliograph.core.library.LibrarySettings;
import io.heliograph.core.media.process.MediaProcessException;
import io.heliograph.core.privacy.PrivacyRetention;
import io.heliograph.core.privacy.RetentionSweeper;
import io.heliograph.core.privacy.SweepReport;
import io.heliograph.host.bytes.FileSpoolRoom;
import io.heliograph.host.bytes.SpoolRoom;
import io.heliograph.web.contract.ContractLoading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: the office, and on it library, generation, privacy, chores and the web. */
public final class House implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(House.class);
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final Duration SPOOL_LIFE = Duration.ofHours(1);
    private static final int BATCH = 200;

    private final Office office;
    private final SpoolRoom spool;
    private final LibraryRoom library;
    private final GenerationRoom generation;
    private final Participants participants;
    private final ErasureOpening erasure;
    private final WebOpening web;
    private int port;

    private House(Office office, ContractLoading contract) throws IOException {
        StartPhases phases = StartPhases.begin(LOG);
        this.office = office;
        Path folder = office.record().folder().path();
        this.spool = new FileSpoolRoom(folder.resolve("spool"));
        this.library = new LibraryRoom(new LibraryRoom.Parts(
                office.record().tx(),
                office.record().ids(),
                office.clock(),
                office.record().sealer(),
                office.record().events(),
                office.gates(),
                new StoreJoin(office.instances()),
                office.pipeline(),
                new DisclosuresJoin(office.disclosures()),
                LibrarySettings.usual()
                        .withNoticeLead(() -> office.configuration().duration("retention.notice"))));
        this.generation = GenerationRoom.of(
                new GenerationRoom.Base(
                        office.record().tx(),
                        office.record().ids(),
                        office.clock(),
                        office.record().sealer(),
                        office.record().events(),
                        office.record().bus(),
                        office.ledger(),
                        office.plans(),
                        settings(office.configuration())),
                new GenerationRoom.Surroundings(
                        office.gates(),
                        office.instances(),
                        spool,
                        office.pipeline(),
                        library.library(),
                        library.keeper(),
                        folder.resolve("spool").resolve("work")));
        phases.done("library and generation");
        this.participants = Participants.of(office, library, generation);
        this.erasure = new ErasureOpening(office, participants);
        this.web = new WebOpening(
                office, library, generation, erasure, folder.resolve("spool").resolve("uploads"), contract);
        phases.done("web");
    }

    private static GenerationSettings settings(Configuration configuration) {
        return GenerationSettings.usual()
                .within(configuration.duration("generation.job-deadline"))
                .leasedFor(configuration.duration("generation.lease"))
                .stepping(Math.max(1, configuration.integer("generation.workers")));
    }

    /**
     * Makes and starts everything.
     *
     * @throws StartProblem with a sentence and a remedy; nothing is left running then
     */
    public static House open(Configuration configuration) {
        EventLoops loops = new EventLoops();
        // The contract is read while the database starts.
        ContractLoading contract = ContractLoading.begin(loops.vertx());
        Office office = Office.open(configuration, DataFolder.Role.SERVICE, loops);
        try {
            House house = new House(office, contract);
            house.start();
            return house;
        } catch (BindException taken) {
            office.close();
            throw new StartProblem(
                    "Port " + configuration.text("server.port") + " of " + configuration.text("server.address")
                            + " is taken.",
                    "End the program that has it, or choose another with --port or server.port.",
                    taken);
        } catch (IOException failed) {
            office.close();
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            office.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (RuntimeException | Error failure) {
            office.close();
            throw failure;
        }
    }

    private void start() throws IOException, InterruptedException {
        StartPhases phases = StartPhases.begin(LOG);
        Logging.configure(office.configuration());
        office.live().onChange(office.changes());
        office.live().watch();
        chores();
        phases.done("chores");
        port = web.start();
        phases.done("listening");
        office.address().listening(port);
        if (office.configuration().number("generation.workers") > 0) {
            generation.worker().start();
        }
        phases.done("worker");
        Thread.ofPlatform().daemon().name("media-warm-up").start(this::warmUp);
    }

    private void warmUp() {
        try {
            office.mediaProcess().warmUp();
        } catch (MediaProcessException failed) {
            LOG.warn("The media process did not start; it is tried again when it is needed", failed);
        }
        // Once: half of the heap is what the start left over, and an idle service is to be small.
        System.gc();
    }

    private void chores() {
        var chores = office.record().housekeeping();
        chores.every("library-erase", Duration.ofSeconds(3), () -> library.sweep(BATCH, Holds.NOBODY));
        chores.every("erasure", Duration.ofSeconds(3), erasure::round);
        chores.every("retention", Duration.ofMinutes(10), this::sweepRetention);
        chores.every(
                "end-notices",
                Duration.ofHours(1),
                () -> library.endNotices().round(office.accounts().accounts()::tellFilesEnd));
        chores.every(
                "outbox",
                Duration.ofSeconds(30),
                () -> office.accounts().outbox().deliver());
        chores.every("spool", Duration.ofMinutes(5), this::sweepSpool);
        chores.start();
    }

    /** What has an end, by the periods of now. */
    private List<RetentionClass> kept() {
        List<RetentionClass> kept = new ArrayList<>(library.retention());
        kept.add(generation.retention());
        kept.addAll(office.accounts().retention());
        kept.addAll(PrivacyRetention.classes(office.record().tx()));
        kept.addAll(office.record()
                .retention(
                        office.configuration().duration("retention.access"),
                        office.configuration().duration("retention.audit")));
        return kept;
    }

    private void sweepRetention() {
        SweepReport report = new RetentionSweeper(office.clock(), Holds.NOBODY, kept()).sweep();
        if (report.quiet()) {
            LOG.debug("Retention swept: nothing was due");
        } else {
            LOG.info("Retention swept: {}", report.lines());
        }
    }

    private void sweepSpool() {
        try {
            spool.sweep(office.clock().instant().minus(SPOOL_LIFE));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Participants participants() {
        return participants;
    }

    ErasureOpening erasure() {
        return erasure;
    }

    Office office() {
        return office;
    }

    /** Address people type. */
    public String address() {
        return office.address().base();
    }

    /** The one-time link of the first administrator; empty when there is one already. */
    public Optional<String> firstAdministratorLink() {
        return office.accounts().signUp().issueFirstLink().map(office.links()::firstAdministrator);
    }

    /** Not ready, no new work, drain, web, plugins, record: in this order. */
    @Override
    public void close() {
        web.announceStop();
        if (!generation.worker().drain(DRAIN)) {
            LOG.warn("Some work was still running; its lease runs out and another start takes it up");
        }
        web.close();
        generation.worker().close();
        office.close();
    }
}
