package io.heliograph.core.privacy.store;

import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.inventory.Tally;
import io.heliograph.core.privacy.ErasureReceipt;
import io.heliograph.core.tx.Leases;
import io.heliograph.core.tx.Sql;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Orders to erase, their steps and tallies. Every method runs inside the caller's unit of work; each write of the walk
 * carries the lease token and answers whether the lease still holds.
 */
public final class ErasureStore {
    private static final String RECEIPT =
            "select id, scope, ordered_at, finished_at, waiting_for, state, next_at from erasure_order ";

    /** Adds an order that is due at once. @return false if the whole account has an order, which another gave just now */
    public boolean insert(ErasureOrder order, Optional<Instant> deleteAt) {
        return isFirst(
                "insert into erasure_order (id, principal_id, scope, scope_detail, dispositions, state, round, attempts,"
                        + " waiting_for, ordered_at, next_at, delete_at, lease_token) values (:id, :owner, :scope, :detail,"
                        + " :dispositions, 'RUNNING', 1, 0, '', :at, :at, " + Sql.literalTime(deleteAt) + ", 0)",
                Map.of(
                        "id", order.id(),
                        "owner", order.owner().value(),
                        "scope", OrderText.scope(order.scope()),
                        "detail", OrderText.detail(order.scope()),
                        "dispositions", OrderText.dispositions(order.dispositions()),
                        "at", order.orderedAt()));
    }

    /**
     * Adds an order for a whole account that waits until {@code dueAt}; what becomes of each category is settled then.
     *
     * @return false if the account has an order, which another gave just now
     */
    public boolean schedule(UUID id, PrincipalId owner, Instant now, Instant dueAt, Optional<Instant> deleteAt) {
        return isFirst(
                "insert into erasure_order (id, principal_id, scope, scope_detail, dispositions, state, round, attempts,"
                        + " waiting_for, ordered_at, next_at, delete_at, lease_token) values (:id, :owner, 'account', '',"
                        + " '', 'SCHEDULED', 1, 0, '', :at, :due, " + Sql.literalTime(deleteAt) + ", 0)",
                Map.of("id", id, "owner", owner.value(), "at", now, "due", dueAt));
    }

    private static boolean isFirst(String insert, Map<String, ?> parameters) {
        try {
            return Sql.change(insert, parameters) == 1;
        } catch (ConstraintViolationException second) {
            if (String.valueOf(second.getConstraintName()).endsWith("erasure_open_account")) {
                return false;
            }
            throw second;
        }
    }

    /** An order that waited begins: it is due at once, and its row says what becomes of each category. */
    public void begin(ErasureOrder order) {
        Sql.change(
                "update erasure_order set state = 'RUNNING', dispositions = :dispositions, next_at = :at where id = :id",
                Map.of(
                        "id", order.id(),
                        "dispositions", OrderText.dispositions(order.dispositions()),
                        "at", order.orderedAt()));
    }

    /** Takes an order that still waits back. @return false if there is none: it has begun, or was never given */
    public boolean takeBack(PrincipalId owner) {
        return Sql.change(
                        "delete from erasure_order where principal_id = :owner and scope = 'account'"
                                + " and state = 'SCHEDULED'",
                        Map.of("owner", owner.value()))
                > 0;
    }

    /** The owners of accounts whose day has come, at most {@code limit}, those that waited longest first. */
    public List<PrincipalId> due(Instant now, int limit) {
        return Sql.rows(
                        "select principal_id, 0 from erasure_order where state = 'SCHEDULED' and next_at <= :now"
                                + " order by next_at limit " + limit,
                        Map.of("now", now))
                .stream()
                .map(row -> new PrincipalId(Sql.uuid(row[0])))
                .toList();
    }

    /** Puts the day of an order that waits off. */
    public void putOff(PrincipalId owner, Instant until, String why) {
        Sql.change(
                "update erasure_order set next_at = :until, waiting_for = :why where principal_id = :owner"
                        + " and scope = 'account' and state = 'SCHEDULED'",
                Map.of("owner", owner.value(), "until", until, "why", why));
    }

    /** Whoever knows the code of this hash may read the receipt; another code that opened it opens nothing any more. */
    public void setReceiptHash(UUID order, byte[] hash) {
        Sql.change("update erasure_order set receipt_hash = :hash where id = :id", Map.of("hash", hash, "id", order));
    }

    /** The order whose receipt a code of this hash opens. */
    public Optional<ErasureReceipt> byReceiptHash(byte[] hash) {
        return Sql.rows(RECEIPT + "where receipt_hash = :hash", Map.of("hash", hash)).stream()
                .findFirst()
                .map(ErasureStore::receipt);
    }

    /** The order of {@code owner}'s whole account that waits or is under way; locked. */
    public Optional<Open> openAccountOrder(PrincipalId owner) {
        return Sql.rows(
                        "select id, state from erasure_order where principal_id = :owner and scope = 'account'"
                                + " and state <> 'DONE' for update",
                        Map.of("owner", owner.value()))
                .stream()
                .findFirst()
                .map(row -> new Open(Sql.uuid(row[0]), Sql.text(row[1]).equals("RUNNING")));
    }

    /** Takes a due order nobody else works on; rows that another is just taking are passed over. */
    public Optional<Claimed> claim(Instant now, Leases.Lease lease) {
        Optional<Claimed> found = Sql.rows(
                        "select id, principal_id, scope, scope_detail, dispositions, ordered_at, round, attempts"
                                + " from erasure_order where state = 'RUNNING' and next_at <= :now"
                                + " and (lease_until is null or lease_until < utc_timestamp(6))"
                                + " order by next_at limit 1 for update skip locked",
                        Map.of("now", now))
                .stream()
                .findFirst()
                .map(ErasureStore::claimed);
        found.ifPresent(claimed -> Sql.change(
                "update erasure_order set lease_token = :token, lease_until = :until where id = :id",
                Map.of(
                        "token",
                        lease.token(),
                        "until",
                        lease.expiresAt(),
                        "id",
                        claimed.order().id())));
        return found;
    }

    /** Puts the lease's end off. */
    public boolean renew(UUID order, Leases.Lease lease) {
        return Sql.change(
                        "update erasure_order set lease_until = :until where id = :id and lease_token = :token",
                        Map.of("until", lease.expiresAt(), "id", order, "token", lease.token()))
                == 1;
    }

    /** Lets go of the order until {@code nextAt}. */
    public void pause(UUID order, long token, Instant nextAt, String waitingFor, int attempts) {
        Sql.change(
                "update erasure_order set next_at = :next, waiting_for = :waiting, attempts = :attempts,"
                        + " lease_until = null where id = :id and lease_token = :token",
                Map.of("next", nextAt, "waiting", waitingFor, "attempts", attempts, "id", order, "token", token));
    }

    /** Sends the walk back to its beginning. */
    public void startOver(UUID order, long token, Instant nextAt, String waitingFor, int attempts) {
        Sql.change("delete from erasure_step where order_id = :id", Map.of("id", order));
        Sql.change(
                "update erasure_order set round = round + 1 where id = :id and lease_token = :token",
                Map.of("id", order, "token", token));
        pause(order, token, nextAt, waitingFor, attempts);
    }

    /** The order is done: its row is now the receipt. */
    public boolean finish(UUID order, long token, Instant now) {
        Sql.change("delete from erasure_step where order_id = :id", Map.of("id", order));
        return Sql.change(
                        "update erasure_order set state = 'DONE', finished_at = :now, waiting_for = '', lease_until = null,"
                                + " scope_detail = '' where id = :id and lease_token = :token",
                        Map.of("now", now, "id", order, "token", token))
                == 1;
    }

    /** Where a participant's phase stands; empty if it has not begun. */
    public Optional<Progress> progress(UUID order, ErasurePhase phase, String feature) {
        return Sql.rows(
                        "select done + 0, checkpoint from erasure_step where order_id = :id and phase = :phase and feature = :feature",
                        Map.of("id", order, "phase", phase.name(), "feature", feature))
                .stream()
                .findFirst()
                .map(row -> new Progress(Sql.whole(row[0]) == 1, Sql.optionalText(row[1])));
    }

    /** Keeps where a participant's phase stands, and adds what it did. */
    public void advance(
            UUID order, ErasurePhase phase, String feature, boolean done, String checkpoint, List<Tally> tallies) {
        Sql.change(
                "insert into erasure_step (order_id, phase, feature, done, checkpoint)"
                        + " values (:id, :phase, :feature, :done, :checkpoint)"
                        + " on duplicate key update done = :done, checkpoint = :checkpoint",
                Map.of("id", order, "phase", phase.name(), "feature", feature, "done", done, "checkpoint", checkpoint));
        for (Tally tally : tallies) {
            if (tally.count() > 0) {
                add(order, tally);
            }
        }
    }

    /** Things done add up over steps and rounds; things kept or not possible are what the last look found. */
    private static void add(UUID order, Tally tally) {
        boolean adds = tally.outcome() == Tally.Outcome.ERASED || tally.outcome() == Tally.Outcome.PSEUDONYMISED;
        Sql.change(
                "insert into erasure_tally (order_id, category, what, outcome, detail, amount)"
                        + " values (:id, :category, :what, :outcome, :detail, :amount)"
                        + " on duplicate key update amount = " + (adds ? "amount + :amount" : ":amount"),
                Map.of(
                        "id", order,
                        "category", tally.category().name(),
                        "what", tally.what(),
                        "outcome", tally.outcome().name(),
                        "detail", tally.detail(),
                        "amount", tally.count()));
    }

    /** The orders of whole accounts of {@code owners} that wait or are under way. */
    public Map<PrincipalId, ErasureReceipt> openAccountOrders(Collection<PrincipalId> owners) {
        Map<PrincipalId, ErasureReceipt> open = new HashMap<>();
        Sql.rows(
                        RECEIPT.replace("next_at", "next_at, principal_id") + "where principal_id in "
                                + Sql.in(owners.stream().map(PrincipalId::value).toList())
                                + " and scope = 'account' and state <> 'DONE'",
                        Map.of())
                .forEach(row -> open.put(new PrincipalId(Sql.uuid(row[7])), receipt(row)));
        return open;
    }

    /** One order of {@code owner} as a receipt. */
    public Optional<ErasureReceipt> receipt(PrincipalId owner, UUID order) {
        return receipts(owner).stream().filter(one -> one.id().equals(order)).findFirst();
    }

    /** All orders of {@code owner}, newest first. */
    public List<ErasureReceipt> receipts(PrincipalId owner) {
        return Sql.rows(
                        RECEIPT + "where principal_id = :owner order by id desc limit 200",
                        Map.of("owner", owner.value()))
                .stream()
                .map(ErasureStore::receipt)
                .toList();
    }

    private static ErasureReceipt receipt(@Nullable Object[] row) {
        return new ErasureReceipt(
                Sql.uuid(row[0]),
                Sql.text(row[1]),
                Sql.instant(row[2]),
                Sql.text(row[5]).equals("SCHEDULED") ? Optional.of(Sql.instant(row[6])) : Optional.empty(),
                Sql.optionalInstant(row[3]),
                Sql.text(row[4]),
                tallies(Sql.uuid(row[0])));
    }

    private static List<Tally> tallies(UUID order) {
        return Sql.rows(
                        "select category, what, outcome, amount, detail from erasure_tally where order_id = :id"
                                + " order by category, what, outcome, detail",
                        Map.of("id", order))
                .stream()
                .map(row -> new Tally(
                        DataCategory.valueOf(Sql.text(row[0])),
                        Sql.text(row[1]),
                        Tally.Outcome.valueOf(Sql.text(row[2])),
                        Sql.whole(row[3]),
                        Sql.text(row[4])))
                .toList();
    }

    /** How many orders there are of {@code owner}. */
    public long count(PrincipalId owner) {
        return Sql.number(
                "select count(*) from erasure_order where principal_id = :owner", Map.of("owner", owner.value()));
    }

    /** Removes at most {@code limit} receipts whose deadline has passed, but none of those in {@code held}. */
    public int sweep(Instant now, Collection<UUID> held, int limit) {
        List<UUID> ended = Sql.rows(
                        "select id, 0 from erasure_order where " + overdue(held) + " limit " + limit,
                        Map.of("now", now))
                .stream()
                .map(row -> Sql.uuid(row[0]))
                .toList();
        Sql.change("delete from erasure_tally where order_id in " + Sql.in(ended), Map.of());
        return Sql.change("delete from erasure_order where id in " + Sql.in(ended), Map.of());
    }

    /** How many {@link #sweep} would still find. */
    public long overdue(Instant now, Collection<UUID> held) {
        return Sql.number("select count(*) from erasure_order where " + overdue(held), Map.of("now", now));
    }

    private static String overdue(Collection<UUID> held) {
        return "state = 'DONE' and delete_at < :now"
                + (held.isEmpty() ? "" : " and principal_id not in " + Sql.in(held));
    }

    private static Claimed claimed(@Nullable Object[] row) {
        return new Claimed(
                new ErasureOrder(
                        Sql.uuid(row[0]),
                        new PrincipalId(Sql.uuid(row[1])),
                        OrderText.scope(Sql.text(row[2]), Sql.text(row[3])),
                        OrderText.dispositions(Sql.text(row[4])),
                        Sql.instant(row[5])),
                (int) Sql.whole(row[6]),
                (int) Sql.whole(row[7]));
    }

    /**
     * An order that is worked on.
     *
     * @param round how often the walk began
     * @param attempts steps that failed or waited since the last one that went well
     */
    public record Claimed(ErasureOrder order, int round, int attempts) {}

    /** An order of an account that is not done. @param begun whether it can no longer be taken back */
    public record Open(UUID id, boolean begun) {}

    /** Where a participant's phase stands. */
    public record Progress(boolean done, Optional<String> checkpoint) {}
}
