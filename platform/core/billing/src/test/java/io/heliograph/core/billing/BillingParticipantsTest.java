package io.heliograph.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.billing.ledger.Balance;
import io.heliograph.core.billing.ledger.BillingCheck;
import io.heliograph.core.billing.ledger.Ledger;
import io.heliograph.core.billing.ledger.RecordLedger;
import io.heliograph.core.inventory.Disposition;
import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.inventory.ErasureStep;
import io.heliograph.core.inventory.ExportSink;
import io.heliograph.core.inventory.Tally;
import io.heliograph.core.testing.InventoryCheck;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.PrincipalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BillingParticipantsTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Ledger ledger;
    private PrincipalId person;

    @BeforeEach
    void aPersonWithABook() {
        ledger = new RecordLedger(db.tx(), db.ids(), db.clock());
        person = db.principal();
        ledger.grant("g:" + person, person, 9, "initial");
        JobId job = new JobId(db.id());
        ledger.reserve(job, person, 4);
        ledger.settle(job, 3);
    }

    @Test
    void everyColumnHasACategoryAndIsAnsweredFor() {
        assertThat(InventoryCheck.columns(db.record().dataSource(), db.record().inventory()))
                .noneMatch(problem -> problem.contains("ledger_"));
        assertThat(InventoryCheck.participants(
                        db.record().inventory(),
                        List.of(new BillingErasure(db.tx(), db.ids())),
                        List.of(new BillingExport(db.tx(), ledger))))
                .noneMatch(problem -> problem.contains("billing"));
    }

    @Test
    void anErasedBookIsGoneAndTheRestIsClean() {
        BillingErasure erasure = new BillingErasure(db.tx(), db.ids());
        ErasureOrder order = order(new Disposition.Erase());

        ErasureStep step = erasure.step(order, ErasurePhase.ROWS, Optional.empty());

        assertThat(step)
                .isEqualTo(
                        new ErasureStep.Finished(List.of(Tally.erased(DataCategory.CREDITS, "ledger-transaction", 3))));
        assertThat(erasure.remaining(order)).isEmpty();
        assertThat(ledger.balance(person)).isEqualTo(new Balance(0, 0));
        assertThat(new BillingCheck(db.tx()).run(difference -> {}).clean()).isTrue();
    }

    @Test
    void aBookThatLawKeepsStaysAndOneMadeAnonymousIsNobodys() {
        BillingErasure erasure = new BillingErasure(db.tx(), db.ids());
        ErasureOrder kept = order(new Disposition.KeepUntil(db.clock().instant(), "tax-law"));
        erasure.step(kept, ErasurePhase.ROWS, Optional.empty());
        assertThat(erasure.remaining(kept)).isEmpty();
        assertThat(ledger.balance(person)).isEqualTo(new Balance(6, 0));

        ErasureOrder anonymous = order(new Disposition.Pseudonymise());
        assertThat(erasure.remaining(anonymous)).hasSize(1);
        erasure.step(anonymous, ErasurePhase.ROWS, Optional.empty());
        assertThat(erasure.remaining(anonymous)).isEmpty();
        assertThat(ledger.balance(person)).isEqualTo(new Balance(0, 0));
        assertThat(new BillingCheck(db.tx()).run(difference -> {}).clean()).isTrue();
    }

    @Test
    void theExportHasBalanceAndStatement() {
        List<String> kinds = new ArrayList<>();
        new BillingExport(db.tx(), ledger).export(person, Optional.empty(), new ExportSink() {
            @Override
            public void line(DataCategory category, String kind, Map<String, ?> fields) {
                kinds.add(kind);
            }

            @Override
            public void file(DataCategory category, String path, String mediaType, Content content) {
                throw new IllegalStateException("billing has no files");
            }
        });
        assertThat(kinds).containsExactly("balance", "entry", "entry", "entry");
    }

    @Test
    void aNewPersonIsWelcomedOnce() {
        PrincipalId newcomer = db.principal();
        Billing billing = new Billing(db.tx(), ledger, Plans.everybody(Plan.builtIn(50, 10)), db.events());
        billing.welcome(newcomer);
        billing.welcome(newcomer);
        assertThat(ledger.balance(newcomer)).isEqualTo(new Balance(50, 0));
        assertThat(db.events().after(newcomer, 0, 1).getFirst().json()).isEqualTo("{\"available\":50,\"held\":0}");
    }

    private ErasureOrder order(Disposition disposition) {
        return new ErasureOrder(
                db.id(),
                person,
                new ErasureScope.Account(),
                Map.of(DataCategory.CREDITS, disposition),
                db.clock().instant());
    }
}
