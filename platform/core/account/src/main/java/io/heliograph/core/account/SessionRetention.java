package io.heliograph.core.account;

import io.heliograph.core.account.store.AccessStore;
import io.heliograph.core.account.store.LinkStore;
import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.DataCategory;
import java.time.Instant;

/** Sessions and one-time links go when they end. They prove nothing later, so a hold does not keep them. */
final class SessionRetention implements RetentionClass {
    private final Tx tx;
    private final AccessStore access;
    private final LinkStore links;

    SessionRetention(Tx tx, AccessStore access, LinkStore links) {
        this.tx = tx;
        this.access = access;
        this.links = links;
    }

    @Override
    public String name() {
        return "session";
    }

    @Override
    public DataCategory category() {
        return DataCategory.ACCESS;
    }

    @Override
    public int sweep(Instant now, int limit, HoldCheck holds) {
        return tx.required(() -> access.sweepSessions(now, limit) + links.sweep(now, limit));
    }

    @Override
    public long overdue(Instant now, HoldCheck holds) {
        return tx.required(() -> access.overdueSessions(now));
    }
}
