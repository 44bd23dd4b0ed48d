package io.heliograph.core.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.core.testing.InventoryCheck;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.PrincipalId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TxTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    @Test
    void aBodyThatReturnsIsKeptAndOneThatThrowsIsNot() {
        PrincipalId kept = db.principal();
        PrincipalId lost = db.principal();

        db.tx().required(() -> db.events().append(kept, "x", "{}"));
        assertThatThrownBy(() -> db.tx().required(() -> {
                    db.events().append(lost, "x", "{}");
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(db.events().latest(kept)).isEqualTo(1);
        assertThat(db.events().latest(lost)).isZero();
    }

    @Test
    void aBodyInsideABodyJoinsItAndOutsideThereIsNoSession() {
        assertThat(Tx.active()).isFalse();
        assertThatThrownBy(Sessions::current).isInstanceOf(IllegalStateException.class);

        db.tx().required(() -> {
            var outer = Sessions.current();
            db.tx().required(() -> assertThat(Sessions.current()).isSameAs(outer));
            assertThat(Tx.active()).isTrue();
        });
    }

    @Test
    void actionsAfterCommitRunOnceOutsideAndNeverAfterARollback() {
        List<String> ran = new ArrayList<>();

        db.tx().required(() -> {
            Tx.afterCommit(() -> ran.add("first, active=" + Tx.active()));
            Tx.afterCommit(() -> {
                throw new IllegalStateException("only a hint");
            });
            Tx.afterCommit(() -> ran.add("second"));
            assertThat(ran).isEmpty();
        });
        assertThatThrownBy(() -> db.tx().required(() -> {
                    Tx.afterCommit(() -> ran.add("never"));
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(ran).containsExactly("first, active=false", "second");
    }

    @Test
    void theWholeBodyRunsAgainAfterAConflictWithinBounds() {
        AtomicInteger runs = new AtomicInteger();
        String answer = db.tx().required(() -> {
            if (runs.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLException("deadlock", "40001", 1213));
            }
            return "done";
        });
        assertThat(answer).isEqualTo("done");
        assertThat(runs).hasValue(3);

        AtomicInteger hopeless = new AtomicInteger();
        assertThatThrownBy(() -> db.tx().required(() -> {
                    hopeless.incrementAndGet();
                    throw new IllegalStateException(new SQLException("deadlock", "40001", 1213));
                }))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(hopeless).hasValue(Tx.MAX_RUNS);
    }

    @Test
    void twoBodiesThatLockCrosswiseBothSucceed() throws Exception {
        PrincipalId a = db.principal();
        PrincipalId b = db.principal();
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            Future<?> one = executor.submit(() -> crosswise(a, b, bothHoldOne));
            Future<?> two = executor.submit(() -> crosswise(b, a, bothHoldOne));
            one.get(30, TimeUnit.SECONDS);
            two.get(30, TimeUnit.SECONDS);
        }
        assertThat(db.events().latest(a)).isEqualTo(2);
        assertThat(db.events().latest(b)).isEqualTo(2);
    }

    private static void crosswise(PrincipalId first, PrincipalId second, CountDownLatch bothHoldOne) {
        db.tx().required(() -> {
            db.events().append(first, "x", "{}");
            bothHoldOne.countDown();
            await(bothHoldOne);
            db.events().append(second, "x", "{}");
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void aLostConnectionIsToldAsUnavailable() {
        assertThatThrownBy(() -> db.tx().required(() -> {
                    throw new IllegalStateException(new SQLException("gone", "08000"));
                }))
                .isInstanceOf(RecordUnavailableException.class);
    }

    @Test
    void everyColumnHasItsCategory() {
        assertThat(InventoryCheck.columns(db.record().dataSource(), db.record().inventory()))
                .isEmpty();
    }
}
