package io.heliograph.core.billing;

import io.heliograph.core.billing.ledger.Balance;
import io.heliograph.core.billing.ledger.Ledger;
import io.heliograph.core.billing.ledger.StatementLine;
import io.heliograph.core.billing.store.LedgerErasure;
import io.heliograph.core.inventory.ExportParticipant;
import io.heliograph.core.inventory.ExportSink;
import io.heliograph.core.inventory.Holding;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hands a person their statement and balance. */
public final class BillingExport implements ExportParticipant {
    private static final int LINES_A_PAGE = 200;

    private final Tx tx;
    private final Ledger ledger;
    private final LedgerErasure store = new LedgerErasure();

    public BillingExport(Tx tx, Ledger ledger) {
        this.tx = tx;
        this.ledger = ledger;
    }

    @Override
    public String feature() {
        return BillingContribution.FEATURE;
    }

    @Override
    public int formatVersion() {
        return 1;
    }

    @Override
    public Set<DataCategory> categories() {
        return Set.of(DataCategory.CREDITS);
    }

    @Override
    public List<Holding> holdings(PrincipalId owner) {
        long count = tx.required(() -> store.count(owner.value()));
        return count == 0
                ? List.of()
                : List.of(new Holding(DataCategory.CREDITS, "ledger-transaction", count, 0, null));
    }

    @Override
    public Optional<String> export(PrincipalId owner, Optional<String> cursor, ExportSink sink) {
        if (cursor.isEmpty()) {
            Balance balance = ledger.balance(owner);
            sink.line(
                    DataCategory.CREDITS, "balance", Map.of("available", balance.available(), "held", balance.held()));
        }
        Page<StatementLine> page =
                ledger.statement(owner, cursor.flatMap(text -> Cursor.decode(text, 1)), LINES_A_PAGE);
        for (StatementLine line : page.items()) {
            sink.line(
                    DataCategory.CREDITS,
                    "entry",
                    Map.of(
                            "id", line.id().toString(),
                            "operation", line.operation().name(),
                            "credits", line.credits(),
                            "availableChange", line.availableChange(),
                            "job", line.job().map(JobId::toString).orElse(""),
                            "reason", line.reason(),
                            "at", line.bookedAt()));
        }
        return page.next().map(Cursor::encode);
    }
}
