package io.heliograph.app.wiring;

import io.heliograph.app.cli.GlobalOptions;
import io.heliograph.app.config.Configuration;
import io.heliograph.core.account.AccountLinks;
import io.heliograph.core.account.AccountRoom;
import io.heliograph.core.account.AccountSettings;
import io.heliograph.core.account.CatalogueMailTexts;
import io.heliograph.core.billing.Billing;
import io.heliograph.core.billing.Plan;
import io.heliograph.core.billing.Plans;
import io.heliograph.core.billing.ledger.Ledger;
import io.heliograph.core.billing.ledger.RecordLedger;
import io.heliograph.core.database.DataFolder;
import io.heliograph.core.database.StartPhases;
import io.heliograph.core.event.LocalEventBus;
import io.heliograph.core.generation.GenerationRoom;
import io.heliograph.core.library.LibraryRoom;
import io.heliograph.core.media.MediaLimits;
import io.heliograph.core.media.MediaPipeline;
import io.heliograph.core.media.process.MediaProcess;
import io.heliograph.core.media.process.MediaProcessSettings;
import io.heliograph.core.privacy.Disclosures;
import io.heliograph.core.privacy.ReceiptSigner;
import io.heliograph.core.record.RecordRoom;
import io.heliograph.core.tx.Tx;
import io.heliograph.host.Instances;
import io.heliograph.host.egress.EgressRefusal;
import io.heliograph.host.egress.HostResolver;
import io.heliograph.host.egress.TlsTrust;
import io.heliograph.host.egress.VertxEgress;
import io.heliograph.host.guard.ComputePool;
import io.heliograph.host.registry.PluginHost;
import io.heliograph.policy.EpochSource;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.ratelimit.LocalBuckets;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a command needs, and what the service is built on: record, gates, plugins, accounts, billing. Made in that order and
 * closed in reverse; whatever fails while it is made closes what was made before.
 */
public final class Office implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Office.class);
    private static final int COMPUTE_QUEUE = 1_000;

    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final InstantSource clock = InstantSource.system();
    private final PublicAddress address;
    private final AccountLinks links;
    private final RecordRoom record;
    private final LiveSettings live;
    private final SettingsDesk settings;
    private final LocalBuckets buckets = new LocalBuckets();
    private final PolicyEngine gates;
    private final Vertx vertx;
    private final MediaPipeline pipeline;
    private final MediaProcess mediaProcess;
    private final Disclosures disclosures;
    private final PluginHost host;
    private final Plans plans;
    private final Ledger ledger;
    private final Billing billing;
    private final AccountRoom accounts;

    private Office(Configuration files, DataFolder.Role role, EventLoops loops) {
        StartPhases phases = StartPhases.begin(LOG);
        this.vertx = closing(loops).vertx();
        this.record = closing(RecordOpening.open(files, role, new LocalEventBus(), clock));
        this.live = closing(new LiveSettings(files, record.settings()));
        Configuration configuration = live.get();
        this.address = new PublicAddress(configuration);
        this.links = new PageLinks(address::base);
        phases.done("record");
        Path folder = record.folder().path();
        this.gates = closing(GatesOpening.open(clock, epochs(record.tx(), clock)));
        ComputePool compute = closing(new ComputePool(Runtime.getRuntime().availableProcessors(), COMPUTE_QUEUE));
        ExecutorService calculation = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("media-calculation-", 0).daemon().factory());
        closing(calculation::shutdownNow);
        this.mediaProcess = closing(new MediaProcess(MediaProcessSettings.in(folder)));
        this.pipeline = new MediaPipeline(MediaLimits.usual(), mediaProcess, calculation);
        phases.done("media");
        this.disclosures = new Disclosures(record.tx(), record.ids(), () -> GatesOpening.periods(live.get()));
        this.host = closing(HostOpening.open(
                configuration,
                folder,
                clock,
                disclosures,
                AccountRoom.credentials(record, clock)::records,
                new MediaJoin(pipeline, folder.resolve("spool")),
                compute,
                new VertxEgress(vertx, HostResolver.system(), Office::refused, TlsTrust.system(), clock)));
        phases.done("plugins");
        this.settings = new SettingsDesk(live, record.settings(), host);
        GatesOpening.load(gates, buckets, configuration, host, Holds.NOBODY, clock);
        this.plans = person -> Plan.builtIn(
                live.get().number("credits.initial-grant"), live.get().integer("limits.active-generations"));
        this.ledger = new RecordLedger(record.tx(), record.ids(), clock);
        this.billing = new Billing(record.tx(), ledger, plans, record.events());
        this.accounts = closing(new AccountRoom(
                record,
                new IdentityJoin(host, gates, URI.create(address.base() + "/sign-in/return")),
                new MailJoin(
                        host,
                        gates,
                        () -> live.get().optionalText("operator.contact").orElse("heliograph@localhost")),
                new CatalogueMailTexts(
                        () -> live.get().optionalText("operator.legal-name").orElse("Heliograph")),
                links,
                this::accountSettings,
                billing::welcome,
                clock));
        phases.done("gates, billing and accounts");
    }

    /** Opens it for a command, which works beside a running service. */
    public static Office open(Configuration configuration) {
        return open(configuration, DataFolder.Role.COMMAND, new EventLoops());
    }

    /** Opens it on these event loops, which it closes. */
    static Office open(Configuration configuration, DataFolder.Role role, EventLoops loops) {
        return new Office(configuration, role, loops);
    }

    /** Where the revocation epoch of each kind of thing stands; what comes in becomes an asset, under the same id. */
    private static Map<String, EpochSource> epochs(Tx tx, InstantSource clock) {
        Function<UUID, OptionalLong> accounts = AccountRoom.accountEpochs(tx);
        Function<UUID, OptionalLong> sessions = AccountRoom.sessionEpochs(tx, clock);
        return Map.of(
                "asset",
                LibraryRoom.epochs(tx),
                "upload",
                LibraryRoom.epochs(tx),
                "job",
                GenerationRoom.epochs(tx),
                Trials.OBJECT_KIND,
                _ -> OptionalLong.of(0),
                "account",
                object -> accounts.apply(object.id()),
                "session",
                object -> sessions.apply(object.id()));
    }

    AccountSettings accountSettings() {
        Configuration configuration = live.get();
        return new AccountSettings(
                AccountSettings.SignUpMode.valueOf(
                        configuration.text("accounts.registration").toUpperCase(Locale.ROOT)),
                configuration.optionalText("operator.contact"),
                configuration.flag("accounts.open-confirmed"),
                AccountSettings.DEFAULT.minPasswordLength(),
                configuration.duration("accounts.session-idle"),
                configuration.duration("accounts.session-absolute"));
    }

    private <T extends AutoCloseable> T closing(T part) {
        toClose.push(part);
        return part;
    }

    /** What holds now: file and environment over the database. */
    public Configuration configuration() {
        return live.get();
    }

    /** The same, with what changes it. */
    public LiveSettings live() {
        return live;
    }

    /** What puts a change of settings into force in the running service. */
    LiveChanges changes() {
        return new LiveChanges(host, now -> GatesOpening.reload(gates, buckets, now, host, Holds.NOBODY, clock));
    }

    /** Where settings are changed. */
    public SettingsDesk settings() {
        return settings;
    }

    public InstantSource clock() {
        return clock;
    }

    PublicAddress address() {
        return address;
    }

    public AccountLinks links() {
        return links;
    }

    public RecordRoom record() {
        return record;
    }

    public PolicyEngine gates() {
        return gates;
    }

    Vertx vertx() {
        return vertx;
    }

    private static void refused(EgressRefusal refusal) {
        LOG.warn("A plugin tried to reach what its manifest does not declare: {}", refusal);
    }

    MediaPipeline pipeline() {
        return pipeline;
    }

    MediaProcess mediaProcess() {
        return mediaProcess;
    }

    Disclosures disclosures() {
        return disclosures;
    }

    /** Signs receipts of erased accounts, and tells which ones were signed here. */
    public ReceiptSigner receipts() {
        return new ReceiptSigner(record.tx(), record.ids(), clock, record.sealer());
    }

    public Instances instances() {
        return host;
    }

    Plans plans() {
        return plans;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Billing billing() {
        return billing;
    }

    public AccountRoom accounts() {
        return accounts;
    }

    /** What an administrator should know, as health checks see it. */
    public List<Finding> findings() {
        return new HealthChecks(this)
                .all().stream()
                        .map(check -> new Finding(
                                check.title(),
                                check.status().equals("ok"),
                                check.detail().orElse(""),
                                check.remedy().orElse("")))
                        .toList();
    }

    /** One check. */
    public record Finding(String title, boolean fine, String detail, String remedy) {}

    /** Where everything lies. */
    public Path dataFolder() {
        return GlobalOptions.dataFolder(live.files());
    }

    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            try {
                toClose.pop().close();
            } catch (Exception failure) {
                LOG.error("A part did not close; the others do", failure);
            }
        }
    }

    /** Version of this build. */
    String version() {
        return Build.version();
    }

    /** The operator, as the mails name it. */
    Optional<String> operatorName() {
        return live.get().optionalText("operator.legal-name");
    }
}
