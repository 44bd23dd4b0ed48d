package io.heliograph.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.core.testing.TestClock;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.core.tx.Leases;
import io.heliograph.core.tx.Sessions;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditLogTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    @Test
    @Commitment({"V3", "U4"})
    void entriesAreListedNewestFirstAndAChangeBehindOurBackIsFound() throws Exception {
        PrincipalId admin = db.principal();
        PrincipalId owner = db.principal();
        for (int i = 0; i < 5; i++) {
            db.audit()
                    .record(AuditEntry.of("account.suspend")
                            .by(admin)
                            .ownedBy(owner)
                            .on("principal", owner)
                            .detail("n", i)
                            .detail("odd", i % 2 == 1));
        }
        db.audit().record(AuditEntry.of("keys.rotate").outcome(AuditEntry.Outcome.FAILED));

        var mine = new AuditLog.Query(Optional.empty(), Optional.of(owner), Optional.of("account."));
        var first = db.audit().page(mine, Optional.empty(), 3);
        var second = db.audit().page(mine, first.next(), 3);
        assertThat(first.items()).extracting(e -> e.details().get("n")).containsExactly("4", "3", "2");
        assertThat(second.items()).extracting(e -> e.details().get("n")).containsExactly("1", "0");
        assertThat(first.items().getFirst().occurredAt()).isEqualTo(TestClock.START);
        assertThat(db.audit().firstBroken()).isEmpty();

        long changed = second.items().getFirst().seq();
        sql("update audit_entry set action = 'nothing' where seq = " + changed);
        assertThat(db.audit().firstBroken()).hasValue(changed);
        sql("update audit_entry set action = 'account.suspend' where seq = " + changed);
        assertThat(db.audit().firstBroken()).isEmpty();
        sql("delete from audit_entry order by seq desc limit 1");
        assertThat(db.audit().firstBroken()).isPresent();
    }

    @Test
    void anEntryFallsWithItsUnitOfWork() {
        PrincipalId actor = db.principal();
        assertThatThrownBy(() -> db.tx().required(() -> {
                    db.audit().record(AuditEntry.of("x").by(actor));
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(db.audit()
                        .page(
                                new AuditLog.Query(Optional.of(actor), Optional.empty(), Optional.empty()),
                                Optional.empty(),
                                10)
                        .items())
                .isEmpty();
    }

    @Test
    void aLeaseIsMeasuredByTheDatabaseAndTrustedALittleShorter() {
        AtomicLong nanos = new AtomicLong();
        Leases leases = new Leases(nanos::get);
        db.tx().required(() -> {
            Leases.Lease lease = leases.grant(Duration.ofSeconds(30));
            assertThat(Duration.between(Leases.databaseNow(), lease.expiresAt()))
                    .isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
            assertThat(leases.trusted(lease)).isTrue();
            nanos.set(Duration.ofSeconds(28).toNanos());
            assertThat(leases.trusted(lease)).isFalse();
            Leases.Lease longer = leases.renew(lease, Duration.ofSeconds(30));
            assertThat(longer.token()).isEqualTo(lease.token());
            assertThat(leases.trusted(longer)).isTrue();
        });
    }

    @Test
    void theDatabasesClockIsUtcWhateverTheZoneOfThisMachine() {
        db.tx().required(() -> {
            Object both = Sessions.current()
                    .createNativeQuery("select timestampdiff(second, utc_timestamp(6), now(6))", Long.class)
                    .getSingleResult();
            assertThat(both).isEqualTo(0L);
        });
    }

    private static void sql(String statement) throws Exception {
        try (Connection connection = db.record().dataSource().getConnection();
                Statement run = connection.createStatement()) {
            run.executeUpdate(statement);
            connection.commit();
        }
    }
}
