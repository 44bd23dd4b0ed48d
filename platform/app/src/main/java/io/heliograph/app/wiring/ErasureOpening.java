package io.heliograph.app.wiring;

import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.privacy.AccountErasure;
import io.heliograph.core.privacy.Erasure;
import io.heliograph.core.privacy.ErasureNotices;
import io.heliograph.core.privacy.ErasureWalk;
import io.heliograph.core.tx.Leases;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.retention.EraseRule;
import java.time.Instant;
import java.util.List;

/** Erasure of accounts with everything it needs. */
final class ErasureOpening {
    private final AccountErasure accounts;
    private final ErasureWalk walk;

    ErasureOpening(Office office, Participants participants) {
        List<ErasureParticipant> erasures = participants.erasures();
        Erasure erasure = new Erasure(
                office.record().tx(),
                office.record().ids(),
                office.clock(),
                office.gates(),
                office.record().audit(),
                erasures,
                participants.exports(),
                EraseRule::defaults,
                () -> GatesOpening.periods(office.configuration()));
        this.accounts = new AccountErasure(
                office.record().tx(),
                office.clock(),
                erasure,
                office.record().audit(),
                new Mails(office),
                office.receipts(),
                () -> office.configuration().duration("accounts.erasure-grace"));
        this.walk = new ErasureWalk(
                office.record().tx(),
                office.clock(),
                new Leases(),
                office.record().audit(),
                erasures);
    }

    AccountErasure accounts() {
        return accounts;
    }

    /** Begins what is due and walks on; a chore for every few seconds. */
    void round() {
        accounts.beginDue();
        walk.run();
    }

    private record Mails(Office office) implements ErasureNotices {
        @Override
        public void scheduled(PrincipalId owner, Instant dueAt, String receiptCode) {
            office.accounts().accounts().tellErasure(owner, dueAt, receiptCode);
        }

        @Override
        public void takenBack(PrincipalId owner) {
            office.accounts().accounts().tellErasureTakenBack(owner);
        }
    }
}
