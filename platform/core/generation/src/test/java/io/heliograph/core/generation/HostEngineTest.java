package io.heliograph.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.billing.Plan;
import io.heliograph.core.billing.Plans;
import io.heliograph.core.billing.ledger.RecordLedger;
import io.heliograph.core.inventory.Disposition;
import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.core.tx.Tx;
import io.heliograph.host.bytes.FileSpoolRoom;
import io.heliograph.host.bytes.SpoolFile;
import io.heliograph.host.bytes.SpoolKey;
import io.heliograph.host.bytes.SpoolRoom;
import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.config.SpiRange;
import io.heliograph.host.egress.Egress;
import io.heliograph.host.egress.EgressScope;
import io.heliograph.host.guard.ComputePool;
import io.heliograph.host.guard.Disclosure;
import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.host.guard.HostPorts;
import io.heliograph.host.guard.InstanceGuard;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.JobId;
import io.heliograph.policy.EpochSource;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.PolicySetup;
import io.heliograph.policy.privacy.Declaration;
import io.heliograph.policy.privacy.PrivacyModule;
import io.heliograph.policy.ratelimit.LocalBuckets;
import io.heliograph.policy.ratelimit.RateLimitModule;
import io.heliograph.policy.ratelimit.RateLimits;
import io.heliograph.policy.retention.RetentionModule;
import io.heliograph.policy.retention.RetentionPeriods;
import io.heliograph.spi.CallContext;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.ProgressReport;
import io.heliograph.spi.http.HostNetwork;
import io.heliograph.spi.provider.GenerationProvider;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.MediaKind;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Note;
import io.heliograph.spi.provider.Origin;
import io.heliograph.spi.provider.Output;
import io.heliograph.spi.provider.Price;
import io.heliograph.spi.provider.Progress;
import io.heliograph.spi.provider.Quote;
import io.heliograph.spi.provider.QuoteRequest;
import io.heliograph.spi.provider.Reference;
import io.heliograph.spi.provider.RemoteJob;
import io.heliograph.spi.provider.Results;
import io.heliograph.spi.provider.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real guard, real gates and a real spool between the worker and a small engine. */
class HostEngineTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    @TempDir
    Path folder;

    private final List<Disclosure> disclosures = new CopyOnWriteArrayList<>();
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private final Engraver engraver = new Engraver();
    private ComputePool compute;
    private PolicyEngine policy;
    private InstanceGuard guard;
    private GenerationRoom room;
    private Viewer person;

    @BeforeEach
    void open() throws Exception {
        InstanceConfig config = InstanceConfig.of("engraver-main", "engraver", Map.of());
        Manifest manifest = new Manifest(
                "engraver",
                "1.0",
                "Engraver",
                SpiRange.parse(">=0.1 <0.9").orElseThrow(),
                Set.of(PluginKind.PROVIDER),
                List.of(),
                List.of(),
                List.of(),
                Set.of(DataCategory.PROMPT, DataCategory.UPLOAD),
                Set.of(),
                2);
        compute = new ComputePool(1, 8);
        policy = new PolicyEngine(db.clock(), EpochSource.byKind(Map.of("job", GenerationRoom.epochs(db.tx()))));
        policy.load(PolicySetup.of(List.of(
                new PrivacyModule(
                        instance -> Optional.of(new Declaration(Set.of(), Set.of(), manifest.dataCategories())),
                        owner -> false),
                new RetentionModule(db.clock(), RetentionPeriods.defaults()),
                new RateLimitModule(new LocalBuckets(), RateLimits.defaults()))));
        guard = new InstanceGuard(
                config,
                manifest,
                HostEngineTest.class.getClassLoader(),
                new HostPorts(
                        db.clock(),
                        disclosures::add,
                        Map.of(),
                        Tx::active,
                        (instance, spool, cancellation) -> {
                            throw new IllegalStateException("no media here");
                        },
                        instance -> {
                            throw new IllegalStateException("no credentials here");
                        },
                        compute,
                        Duration.ofSeconds(3)),
                new NoEgress());
        GuardedProvider provider = new GuardedProvider(guard, engraver);
        SpoolRoom spool = new FileSpoolRoom(folder);
        HostEngine engine = new HostEngine(provider, new HostEngines.Shared(policy, spool, db.clock()));
        room = new GenerationRoom(
                new GenerationRoom.Base(
                        db.tx(),
                        db.ids(),
                        db.clock(),
                        db.sealer(),
                        db.events(),
                        db.bus(),
                        new RecordLedger(db.tx(), db.ids(), db.clock()),
                        Plans.everybody(Plan.builtIn(0, 100)),
                        GenerationSettings.usual()),
                new GenerationRoom.Ports(
                        new Engine.Engines() {
                            @Override
                            public List<Engine> all() {
                                return List.of(engine);
                            }

                            @Override
                            public Optional<Engine> find(InstanceId instance) {
                                return Optional.of(engine);
                            }
                        },
                        new PolicyGates(policy),
                        new NoReferences(),
                        new SpoolReader(spool),
                        FaultPoint.Hook.NONE));
        person = Viewer.of(db.principal());
    }

    @AfterEach
    void close() {
        guard.close(Duration.ofSeconds(5));
        policy.close();
        compute.close();
    }

    private GenerationCommand wish() {
        return new GenerationCommand(
                "engraver-main/plate", "a fox", Optional.empty(), Map.of(), OptionalLong.empty(), 1, List.of());
    }

    @Test
    void aWishGoesThroughGatesGuardAndSpool() {
        GenerationQuote quote =
                room.service().quote(person, new QuoteCommand("engraver-main/plate", Map.of(), 1, List.of()));
        assertThat(quote.engine().local()).isTrue();
        assertThat(quote.keptUntil()).hasValue(db.clock().instant().plus(Duration.ofDays(365)));

        Accepted accepted = room.service().submit(person, "wish-0001", wish());
        assertThat(accepted.limits()).isNotEmpty();
        assertThat(accepted.generation().keptUntil()).isPresent();
        pump();

        GenerationView view = room.service().get(person, accepted.generation().id());
        assertThat(view.state()).isEqualTo(GenerationState.SUCCEEDED);
        assertThat(view.charged()).isFalse();
        assertThat(view.notes()).containsExactly(new NoteView("words-drawn", List.of("fox")));
        assertThat(kept).containsExactly("engraved a fox");
        assertThat(disclosures).anySatisfy(disclosure -> {
            assertThat(disclosure.method()).isEqualTo("GenerationProvider.submit");
            assertThat(disclosure.categories()).containsExactly(DataCategory.PROMPT);
            assertThat(disclosure.owner()).hasValue(person.principal());
        });
    }

    @Test
    void anErasureEndsTheRunningCallAndNoByteLands() throws Exception {
        engraver.hold = new CountDownLatch(1);
        JobId id =
                room.service().submit(person, "wish-0002", wish()).generation().id();
        assertThat(room.worker().takeWhatThereIs()).isTrue();
        assertThat(engraver.hold.await(Rig.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();

        ErasureOrder order = new ErasureOrder(
                db.id(),
                person.principal(),
                new ErasureScope.Account(),
                Map.of(DataCategory.PROMPT, new Disposition.Erase()),
                db.clock().instant());
        db.tx().required(() -> room.erasure().tombstone(order));
        db.clock().advance(Duration.ofSeconds(1));

        assertThat(room.worker().awaitIdle(Rig.LIMIT)).isTrue();
        assertThat(room.service().get(person, id).state()).isEqualTo(GenerationState.CANCELED);
        assertThat(kept).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    private void pump() {
        while (room.worker().takeWhatThereIs()) {
            assertThat(room.worker().awaitIdle(Rig.LIMIT)).isTrue();
        }
    }

    /** Writes the prompt as its result; holds on while it is told to, looking whether it should end. */
    private static final class Engraver implements GenerationProvider {
        volatile CountDownLatch hold = new CountDownLatch(0);

        @Override
        public List<ModelCard> models(CallContext context) {
            return List.of(new ModelCard(
                    "plate",
                    "Plate",
                    "Engraves.",
                    MediaKind.IMAGE,
                    Set.of(),
                    "{\"type\":\"object\",\"additionalProperties\":false}",
                    Price.free(),
                    1,
                    1,
                    Origin.ALGORITHM,
                    false));
        }

        @Override
        public Quote quote(QuoteRequest request, CallContext context) {
            return new Quote(0, request.count());
        }

        @Override
        public Submission submit(GenerationSpec spec, IdempotencyKey key, CallContext context) throws PluginException {
            context.report(ProgressReport.of(0.5));
            if (hold.getCount() > 0) {
                hold.countDown();
                while (true) {
                    context.cancellation().check();
                    Thread.onSpinWait();
                }
            }
            try {
                byte[] bytes = ("engraved " + spec.prompt()).getBytes(StandardCharsets.UTF_8);
                Output output = new Output.Spooled(
                        context.spool().write("text/plain", sink -> sink.write(bytes, 0, bytes.length)),
                        OptionalLong.empty());
                return new Submission.Completed(
                        new Results(List.of(output), List.of(new Note("words-drawn", List.of("fox")))));
            } catch (IOException full) {
                throw PluginException.nothingHappened(ErrorKind.RESOURCES, "full", "full");
            }
        }

        @Override
        public Progress poll(RemoteJob job, CallContext context) {
            throw new IllegalStateException("it has no remote jobs");
        }

        @Override
        public void close() {}
    }

    /** Reads the spool as a delivery would, and keeps the text. */
    private final class SpoolReader implements Delivery {
        private final SpoolRoom spool;

        SpoolReader(SpoolRoom spool) {
            this.spool = spool;
        }

        @Override
        public Shelf keep(Order order) {
            for (Made.Kept file : order.outputs().kept()) {
                try {
                    byte[] bytes = spool.open(SpoolKey.of(order.outputs().spoolKey()), spoolFile(file))
                            .readAll(1_000);
                    kept.add(new String(bytes, StandardCharsets.UTF_8));
                } catch (IOException gone) {
                    throw new SpoolLostException(gone);
                }
            }
            List<AssetId> ids = order.job().assets().stream().map(AssetId::new).toList();
            return new Shelf() {
                @Override
                public List<AssetId> assets() {
                    return ids;
                }

                @Override
                public void publish() {}

                @Override
                public void discard() {}
            };
        }

        @Override
        public void forget(List<Made.Kept> files) {
            for (Made.Kept file : files) {
                try {
                    spool.delete(spoolFile(file));
                } catch (IOException stays) {
                    throw new UncheckedIOException(stays);
                }
            }
        }

        private static SpoolFile spoolFile(Made.Kept file) {
            return new SpoolFile(file.name(), file.mediaType(), file.sizeBytes());
        }
    }

    private static final class NoReferences implements References {
        @Override
        public boolean usable(Viewer viewer, AssetId asset) {
            return false;
        }

        @Override
        public List<Reference> open(Grant grant, List<ReferenceInput> references) {
            return List.of();
        }
    }

    private static final class NoEgress implements Egress {
        @Override
        public HostNetwork open(EgressScope scope) {
            throw new IllegalStateException("no network here");
        }

        @Override
        public boolean staysLocal() {
            return true;
        }

        @Override
        public long refusals() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
