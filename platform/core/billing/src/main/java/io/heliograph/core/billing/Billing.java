package io.heliograph.core.billing;

import io.heliograph.core.billing.ledger.Balance;
import io.heliograph.core.billing.ledger.Ledger;
import io.heliograph.core.billing.ledger.Receipt;
import io.heliograph.core.event.EventLog;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.PrincipalId;
import java.util.UUID;

/**
 * Grants with what hangs on them: the first credits of a new person, and the event by which an open page shows the new
 * balance. Safe for use by many threads.
 */
public final class Billing {
    /** Type of the event; its payload is {@code {"available":n,"held":n}}. */
    public static final String BALANCE_EVENT = "balance";

    private static final String INITIAL = "initial";
    private static final String ADMINISTRATOR = "administrator";

    private final Tx tx;
    private final Ledger ledger;
    private final Plans plans;
    private final EventLog events;

    public Billing(Tx tx, Ledger ledger, Plans plans, EventLog events) {
        this.tx = tx;
        this.ledger = ledger;
        this.plans = plans;
        this.events = events;
    }

    /** Gives a new person the first credits of their plan, once however often it is called; in the caller's unit of work. */
    public void welcome(PrincipalId principal) {
        long credits = plans.planOf(principal).initialCredits();
        if (credits > 0) {
            tx.required(() -> {
                ledger.grant(INITIAL + ":" + principal, principal, credits, INITIAL);
                tell(principal);
            });
        }
    }

    /**
     * An administrator's grant.
     *
     * @param wish made by the caller once for each grant meant, so that a repetition gives nothing more
     * @param credits at least 1
     */
    public Receipt grant(UUID wish, PrincipalId principal, long credits) {
        return tx.required(() -> {
            Receipt receipt = ledger.grant(ADMINISTRATOR + ":" + wish, principal, credits, ADMINISTRATOR);
            tell(principal);
            return receipt;
        });
    }

    private void tell(PrincipalId principal) {
        Balance balance = ledger.balance(principal);
        events.append(
                principal,
                BALANCE_EVENT,
                "{\"available\":" + balance.available() + ",\"held\":" + balance.held() + "}");
    }
}
