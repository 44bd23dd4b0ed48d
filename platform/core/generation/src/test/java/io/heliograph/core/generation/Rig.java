package io.heliograph.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.billing.Plan;
import io.heliograph.core.billing.Plans;
import io.heliograph.core.billing.ledger.BillingCheck;
import io.heliograph.core.billing.ledger.Ledger;
import io.heliograph.core.billing.ledger.RecordLedger;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.core.tx.Sessions;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.RateLimitState;
import io.heliograph.spi.provider.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** Generation on a real record, with an engine, a library and gates by hand. Steps run only when a test pumps. */
final class Rig {
    static final Duration LIMIT = Duration.ofSeconds(30);

    final TestDatabase db;
    final FakeEngine engine;
    final FakeDelivery delivery = new FakeDelivery();
    final Ledger ledger;
    final Set<AssetId> usable = new CopyOnWriteArraySet<>();
    final GenerationRoom room;

    Rig(TestDatabase db, boolean local) {
        this.db = db;
        this.engine = new FakeEngine("e" + db.id().toString().substring(24), local);
        this.ledger = new RecordLedger(db.tx(), db.ids(), db.clock());
        this.room = room(FaultPoint.Hook.NONE);
    }

    /** Another process on the same record. */
    GenerationRoom room(FaultPoint.Hook faults) {
        return new GenerationRoom(
                new GenerationRoom.Base(
                        db.tx(),
                        db.ids(),
                        db.clock(),
                        db.sealer(),
                        db.events(),
                        db.bus(),
                        ledger,
                        Plans.everybody(Plan.builtIn(0, 2_000)),
                        GenerationSettings.usual()),
                new GenerationRoom.Ports(new OneEngine(), new OpenGates(), new OwnReferences(), delivery, faults));
    }

    Viewer rich() {
        PrincipalId person = db.principal();
        ledger.grant("rich:" + person, person, 1_000_000, "initial");
        return Viewer.of(person);
    }

    GenerationCommand wish(int count) {
        return new GenerationCommand(
                engine.view().instance() + "/dots",
                "a heron in the mist",
                Optional.empty(),
                Map.of(),
                OptionalLong.empty(),
                count,
                List.of());
    }

    JobId submit(Viewer viewer, int count) {
        return room.service()
                .submit(viewer, "key-" + db.id(), wish(count))
                .generation()
                .id();
    }

    /** Runs steps until nothing is to be done now. */
    void pump(GenerationRoom on) {
        while (on.worker().takeWhatThereIs()) {
            assertThat(on.worker().awaitIdle(LIMIT)).isTrue();
        }
    }

    /** Makes everything due that waits for its time: polls, retries, lookups, leases of dead workers. */
    void hurry() {
        sql("update generation_job set due_at = utc_timestamp(6) - interval 1 second where due_at is not null"
                + " and state <> 'QUEUED' and instance_id = '" + engine.view().instance() + "'");
        sql("update generation_job set next_at = utc_timestamp(6) where instance_id = '"
                + engine.view().instance() + "'");
        sql("update generation_turn set due_at = utc_timestamp(6) where instance_id = '"
                + engine.view().instance() + "'");
    }

    void sql(String statement) {
        db.tx().required(() -> {
            Sessions.current().createNativeMutationQuery(statement).executeUpdate();
        });
    }

    static String hex(JobId id) {
        return "x'" + id.toString().replace("-", "") + "'";
    }

    GenerationView view(Viewer viewer, JobId id) {
        return room.service().get(viewer, id);
    }

    void assertBookIsClean() {
        assertThat(new BillingCheck(db.tx()).run(difference -> {}).clean()).isTrue();
    }

    private final class OneEngine implements Engine.Engines {
        @Override
        public List<Engine> all() {
            return List.of(engine);
        }

        @Override
        public Optional<Engine> find(InstanceId instance) {
            return instance.equals(engine.view().instance()) ? Optional.of(engine) : Optional.empty();
        }
    }

    private static final class OpenGates implements Gates {
        @Override
        public List<RateLimitState> admit(Viewer viewer, Wish wish) {
            return List.of();
        }

        @Override
        public Optional<Instant> keepWish(Viewer viewer, String plan) {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> keepResult(Viewer viewer, String plan) {
            return Optional.empty();
        }
    }

    private final class OwnReferences implements References {
        @Override
        public boolean usable(Viewer viewer, AssetId asset) {
            return usable.contains(asset);
        }

        @Override
        public List<Reference> open(Grant grant, List<ReferenceInput> references) {
            if (references.stream().anyMatch(reference -> !usable.contains(reference.asset()))) {
                throw new GoneException("gone");
            }
            return List.of();
        }
    }
}
