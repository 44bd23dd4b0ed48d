package io.heliograph.core.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.core.testing.TestDatabase;
import io.heliograph.core.tx.Sessions;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.kernel.Uuids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LedgerTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Ledger ledger;
    private PrincipalId person;

    @BeforeEach
    void open() {
        ledger = new RecordLedger(db.tx(), db.ids(), db.clock());
        person = db.principal();
    }

    private JobId job() {
        return new JobId(db.id());
    }

    @Test
    @Commitment("U1")
    void aDeliveredResultIsChargedOnceAndTheRestComesBack() {
        ledger.grant("g:" + person, person, 100, "initial");
        JobId job = job();
        ledger.reserve(job, person, 40);
        assertThat(ledger.balance(person)).isEqualTo(new Balance(60, 40));

        Receipt first = ledger.settle(job, 30);
        Receipt again = ledger.settle(job, 30);

        assertThat(again).isEqualTo(first);
        assertThat(ledger.balance(person)).isEqualTo(new Balance(70, 0));
        assertBookIsClean();
    }

    @Test
    void whatEndsWithoutAResultCostsThePersonNothing() {
        ledger.grant("g:" + person, person, 30, "initial");
        JobId nothing = job();
        JobId lost = job();
        JobId unknown = job();
        List.of(nothing, lost, unknown).forEach(job -> ledger.reserve(job, person, 10));
        assertThat(ledger.balance(person)).isEqualTo(new Balance(0, 30));

        ledger.release(nothing);
        ledger.releaseAtLoss(lost);
        ledger.expireUnknown(unknown);

        assertThat(ledger.balance(person)).isEqualTo(new Balance(30, 0));
        assertThat(account(Account.LOSSES)).isEqualTo(20);
        assertThat(account(Account.GRANTED)).isEqualTo(-50);
        assertBookIsClean();
    }

    @Test
    void moreThanThereIsIsRefusedAndChangesNothing() {
        ledger.grant("g:" + person, person, 5, "initial");

        assertThatThrownBy(() -> ledger.reserve(job(), person, 6))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.NO_CREDITS));
        assertThatThrownBy(() -> ledger.reserve(job(), db.principal(), 1)).isInstanceOf(ProblemException.class);

        assertThat(ledger.balance(person)).isEqualTo(new Balance(5, 0));
    }

    @Test
    void aKeyUsedAgainWithOtherInputsIsAnError() {
        ledger.grant("g:" + person, person, 5, "initial");
        assertThatThrownBy(() -> ledger.grant("g:" + person, person, 6, "initial"))
                .isInstanceOf(LedgerConflictException.class);
        JobId job = job();
        ledger.reserve(job, person, 2);
        assertThatThrownBy(() -> ledger.reserve(job, person, 3)).isInstanceOf(LedgerConflictException.class);
        assertThatThrownBy(() -> ledger.settle(job, 3)).isInstanceOf(LedgerConflictException.class);
        ledger.release(job);
        assertThatThrownBy(() -> ledger.settle(job, 2)).isInstanceOf(LedgerConflictException.class);
        assertThatThrownBy(() -> ledger.release(job())).isInstanceOf(LedgerConflictException.class);
        assertThatThrownBy(() -> ledger.grant("x", person, 0, "initial")).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.balance(person)).isEqualTo(new Balance(5, 0));
    }

    @Test
    void creditsCannotOverflow() {
        ledger.grant("g:" + person, person, Long.MAX_VALUE, "initial");
        assertThatThrownBy(() -> ledger.grant("h:" + person, person, 1, "initial"))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    @Commitment("U1")
    void manyAtOnceSpendNoMoreThanThereIs() throws Exception {
        ledger.grant("g:" + person, person, 10, "initial");
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            tries.add(() -> {
                try {
                    ledger.reserve(job(), person, 1);
                    return true;
                } catch (ProblemException noCredits) {
                    return false;
                }
            });
        }
        int reserved = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> one : pool.invokeAll(tries)) {
                reserved += one.get() ? 1 : 0;
            }
        }
        assertThat(reserved).isEqualTo(10);
        assertThat(ledger.balance(person)).isEqualTo(new Balance(0, 10));
        assertBookIsClean();
    }

    @Test
    void theSameKeyAtOnceBooksOnce() throws Exception {
        List<Callable<Receipt>> tries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tries.add(() -> ledger.grant("once:" + person, person, 7, "initial"));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            List<Receipt> receipts = new ArrayList<>();
            for (Future<Receipt> one : pool.invokeAll(tries)) {
                receipts.add(one.get());
            }
            assertThat(receipts).hasSize(12).containsOnly(receipts.getFirst());
        }
        assertThat(ledger.balance(person)).isEqualTo(new Balance(7, 0));
    }

    @Test
    void theStatementComesNewestFirstInPages() {
        for (int i = 1; i <= 5; i++) {
            ledger.grant("s" + i + ":" + person, person, i, "administrator");
            db.clock().advance(java.time.Duration.ofSeconds(1));
        }
        Page<StatementLine> first = ledger.statement(person, Optional.empty(), 3);
        Page<StatementLine> second = ledger.statement(person, first.next(), 3);

        assertThat(first.items()).extracting(StatementLine::credits).containsExactly(5L, 4L, 3L);
        assertThat(second.items()).extracting(StatementLine::availableChange).containsExactly(2L, 1L);
        assertThat(second.next()).isEmpty();
        assertThat(ledger.statement(db.principal(), Optional.empty(), 3).items())
                .isEmpty();
    }

    @Test
    void theCheckFindsWhatWasPlanted() {
        ledger.grant("g:" + person, person, 10, "initial");
        JobId job = job();
        ledger.reserve(job, person, 4);
        assertThat(differences()).isEmpty();

        sql("update ledger_account set balance = balance + 1 where account = 'PERSON' and principal_id = "
                + hex(person));
        assertThat(differences()).containsExactly(new BillingCheck.Difference.Balance(person, "PERSON", 7, 6));
        sql("update ledger_account set balance = balance - 1 where account = 'PERSON' and principal_id = "
                + hex(person));

        sql("update ledger_entry set credits = credits - 1 where account = 'RESERVED' and principal_id = "
                + hex(person));
        assertThat(differences())
                .hasSize(2)
                .anyMatch(BillingCheck.Difference.Unbalanced.class::isInstance)
                .anyMatch(BillingCheck.Difference.Balance.class::isInstance);
        sql("update ledger_entry set credits = credits + 1 where account = 'RESERVED' and principal_id = "
                + hex(person));

        sql("update ledger_transaction set business_key = 'end:" + job + "' where business_key = 'grant:g:" + person
                + "'");
        assertThat(differences()).anyMatch(BillingCheck.Difference.OpenReservations.class::isInstance);

        sql("delete from ledger_account where principal_id = " + hex(person));
        assertThat(differences()).hasSize(3);
        sql("delete from ledger_entry where principal_id = " + hex(person));
        sql("delete from ledger_transaction where principal_id = " + hex(person));
    }

    private List<BillingCheck.Difference> differences() {
        List<BillingCheck.Difference> found = new ArrayList<>();
        BillingCheck.Result result = new BillingCheck(db.tx()).run(found::add);
        assertThat(result.differences()).isEqualTo(found.size());
        return found;
    }

    private void assertBookIsClean() {
        assertThat(differences()).isEmpty();
    }

    private long account(Account account) {
        return db.tx()
                .required(() -> Sessions.current()
                        .createNativeQuery(
                                "select balance from ledger_account where principal_id = :p and account = :a",
                                Long.class)
                        .setParameter("p", Uuids.bytes(person.value()))
                        .setParameter("a", account.name())
                        .getSingleResult());
    }

    private static void sql(String statement) {
        db.tx().required(() -> {
            Sessions.current().createNativeMutationQuery(statement).executeUpdate();
        });
    }

    private static String hex(PrincipalId id) {
        return "x'" + id.toString().replace("-", "") + "'";
    }
}
