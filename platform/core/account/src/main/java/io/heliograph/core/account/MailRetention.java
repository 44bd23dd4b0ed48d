package io.heliograph.core.account;

import io.heliograph.core.account.store.InviteStore;
import io.heliograph.core.account.store.MailStore;
import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.DataCategory;
import java.time.Duration;
import java.time.Instant;

/** Mails in the outbox, and invitations that ended, go after thirty days. Links in them are dead long before. */
final class MailRetention implements RetentionClass {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Tx tx;
    private final MailStore mails;
    private final InviteStore invites;

    MailRetention(Tx tx, MailStore mails, InviteStore invites) {
        this.tx = tx;
        this.mails = mails;
        this.invites = invites;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public DataCategory category() {
        return DataCategory.ACCOUNT;
    }

    @Override
    public int sweep(Instant now, int limit, HoldCheck holds) {
        Instant before = now.minus(KEPT);
        return tx.required(() -> mails.sweep(before, limit) + invites.sweep(before, limit));
    }

    @Override
    public long overdue(Instant now, HoldCheck holds) {
        return tx.required(() -> mails.olderThan(now.minus(KEPT)));
    }
}
