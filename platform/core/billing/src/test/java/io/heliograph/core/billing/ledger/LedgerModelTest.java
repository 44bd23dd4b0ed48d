package io.heliograph.core.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Random operations of several threads on few people, compared with a model. Threads share people and repeat each
 * other's keys; each thread ends its own reservations only, so the model of a thread is exact and their sum is the book.
 * Another run of a failure: {@code -Dheliograph.seed=N}.
 */
class LedgerModelTest {
    private static final boolean LONG = Boolean.getBoolean("heliograph.long");
    private static final int THREADS = 6;
    private static final int OPERATIONS = LONG ? 4_000 : 150;

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    @Test
    void theBookIsWhatTheModelSays() throws Exception {
        long seed = Long.getLong("heliograph.seed", ThreadLocalRandom.current().nextLong());
        Ledger ledger = new RecordLedger(db.tx(), db.ids(), db.clock());
        List<PrincipalId> people = List.of(db.principal(), db.principal(), db.principal());
        List<Callable<Model>> walks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(seed + thread);
            walks.add(() -> walk(ledger, people, random));
        }
        Map<PrincipalId, Long> available = new HashMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Model> walk : pool.invokeAll(walks)) {
                walk.get().available.forEach((person, credits) -> available.merge(person, credits, Long::sum));
            }
        }
        for (PrincipalId person : people) {
            assertThat(ledger.balance(person))
                    .as("seed %d", seed)
                    .isEqualTo(new Balance(available.getOrDefault(person, 0L), 0));
        }
        List<BillingCheck.Difference> differences = new ArrayList<>();
        new BillingCheck(db.tx()).run(differences::add);
        assertThat(differences).as("seed %d", seed).isEmpty();
    }

    private static Model walk(Ledger ledger, List<PrincipalId> people, Random random) {
        Model model = new Model();
        for (int i = 0; i < OPERATIONS; i++) {
            PrincipalId person = people.get(random.nextInt(people.size()));
            switch (random.nextInt(4)) {
                case 0 -> {
                    long credits = 1L + random.nextInt(20);
                    String key = "m:" + db.id();
                    ledger.grant(key, person, credits, "initial");
                    if (random.nextBoolean()) {
                        ledger.grant(key, person, credits, "initial");
                    }
                    model.available.merge(person, credits, Long::sum);
                }
                case 1, 2 -> model.reserve(ledger, person, 1 + random.nextInt(15));
                default -> model.end(ledger, random);
            }
            Balance balance = ledger.balance(person);
            assertThat(balance.available()).isNotNegative();
            assertThat(balance.held()).isNotNegative();
        }
        while (!model.open.isEmpty()) {
            model.end(ledger, random);
        }
        return model;
    }

    private record Open(JobId job, PrincipalId person, long credits) {}

    private static final class Model {
        final Map<PrincipalId, Long> available = new HashMap<>();
        final List<Open> open = new ArrayList<>();

        void reserve(Ledger ledger, PrincipalId person, long credits) {
            Open reservation = new Open(new JobId(db.id()), person, credits);
            try {
                ledger.reserve(reservation.job(), person, credits);
            } catch (ProblemException noCredits) {
                return;
            }
            available.merge(person, -credits, Long::sum);
            open.add(reservation);
        }

        void end(Ledger ledger, Random random) {
            if (open.isEmpty()) {
                return;
            }
            Open reservation = open.remove(random.nextInt(open.size()));
            long back = reservation.credits();
            switch (random.nextInt(4)) {
                case 0 -> ledger.release(reservation.job());
                case 1 -> ledger.releaseAtLoss(reservation.job());
                case 2 -> ledger.expireUnknown(reservation.job());
                default -> {
                    long charged = 1L + random.nextInt((int) reservation.credits());
                    ledger.settle(reservation.job(), charged);
                    ledger.settle(reservation.job(), charged);
                    back -= charged;
                }
            }
            available.merge(reservation.person(), back, Long::sum);
        }
    }
}
