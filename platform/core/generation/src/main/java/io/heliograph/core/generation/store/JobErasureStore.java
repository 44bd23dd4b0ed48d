package io.heliograph.core.generation.store;

import io.heliograph.core.tx.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How jobs go. Every method runs inside the caller's unit of work. */
public final class JobErasureStore {
    private static final String ENDED = "state in ('SUCCEEDED','FAILED','CANCELED')";

    /**
     * Which jobs.
     *
     * @param principal whose
     * @param ids these only; null for all
     * @param from accepted then or later; null for no limit
     * @param to accepted before; null for no limit
     */
    public record Which(
            UUID principal,
            @Nullable Collection<UUID> ids,
            @Nullable Instant from,
            @Nullable Instant to) {
        private String where() {
            StringBuilder where = new StringBuilder("principal_id = ").append(Sql.literal(principal));
            if (ids != null) {
                where.append(" and id in (")
                        .append(String.join(", ", ids.stream().map(Sql::literal).toList()))
                        .append(ids.isEmpty() ? "null)" : ")");
            }
            if (from != null) {
                where.append(" and created_at >= ").append(Sql.literalTime(from));
            }
            if (to != null) {
                where.append(" and created_at < ").append(Sql.literalTime(to));
            }
            return where.toString();
        }
    }

    /** Jobs whose credits are held, with their state, in the order of their ids. */
    public List<HeldCredits> withHeldCredits(Which which) {
        return Sql.query("select id, state from generation_job where " + which.where()
                        + " and settlement = 'HELD' order by id")
                .getResultList()
                .stream()
                .map(row -> new HeldCredits(Sql.uuid(row[0]), Sql.text(row[1])))
                .toList();
    }

    /** Ends every unfinished job: its epoch moves, its lease is void, nothing of it is looked for by the queue any more. */
    public int revoke(Which which) {
        return Sql.mutation("update generation_job set epoch = epoch + 1, lease_token = null, due_at = null,"
                        + " cancel_requested = true, outputs_sealed = null,"
                        + " settlement = case settlement when 'HELD' then 'RELEASED' else settlement end,"
                        + " submit_key = case when state in ('QUEUED','STARTING') then null else submit_key end,"
                        + " finished_at = coalesce(finished_at, utc_timestamp(6)), state = case when " + ENDED
                        + " then state else 'CANCELED' end where " + which.where())
                .executeUpdate();
    }

    /** Jobs that an engine may still keep something of, after {@code after}, in the order of their ids. */
    public List<RemoteTrace> remoteTraces(Which which, @Nullable UUID after, int limit) {
        return Sql.query("select id, instance_id, remote_token, remote_version, epoch, state from generation_job where "
                        + which.where() + " and remote_token is not null"
                        + (after == null ? "" : " and id > " + Sql.literal(after)) + " order by id limit " + limit)
                .getResultList()
                .stream()
                .map(row -> new RemoteTrace(
                        Sql.uuid(row[0]),
                        Sql.text(row[1]),
                        Sql.text(row[2]),
                        Sql.optionalText(row[3]).orElse(""),
                        Sql.whole(row[4])))
                .toList();
    }

    /** Removes at most {@code limit} rows; answers how many. */
    public int remove(Which which, int limit) {
        return Sql.mutation("delete from generation_job where " + which.where() + " order by id limit " + limit)
                .executeUpdate();
    }

    /** Removes the places in line of a principal. */
    public void removeTurns(UUID principal) {
        Sql.mutation("delete from generation_turn where principal_id = " + Sql.literal(principal))
                .executeUpdate();
    }

    /** How many there are. */
    public long count(Which which) {
        return Sql.query("select count(*), 0 from generation_job where " + which.where()).getResultList().stream()
                .mapToLong(row -> Sql.whole(row[0]))
                .sum();
    }

    /** When the first of them goes by its period. */
    public Optional<Instant> earliestEnd(Which which) {
        return Sql.query("select min(keep_until), 0 from generation_job where " + which.where())
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(row -> Sql.optionalInstant(row[0]));
    }

    /** Finished jobs past their period whose owners are not held, removed; answers how many. */
    public int sweep(Instant now, int limit, Collection<UUID> held) {
        return Sql.mutation("delete from generation_job where " + overdueWhere(now, held) + " limit " + limit)
                .executeUpdate();
    }

    /** How many finished jobs are past their period and not held. */
    public long overdue(Instant now, Collection<UUID> held) {
        return Sql.query("select count(*), 0 from generation_job where " + overdueWhere(now, held))
                .getResultList()
                .stream()
                .mapToLong(row -> Sql.whole(row[0]))
                .sum();
    }

    private static String overdueWhere(Instant now, Collection<UUID> held) {
        String notHeld = held.isEmpty()
                ? ""
                : " and principal_id not in ("
                        + String.join(", ", held.stream().map(Sql::literal).toList()) + ")";
        return "keep_until < " + Sql.literalTime(now) + " and " + ENDED + notHeld;
    }

    /** A job whose credits are held. */
    public record HeldCredits(UUID id, String state) {}

    /** What an engine knows a job by. */
    public record RemoteTrace(UUID id, String instance, String token, String version, long epoch) {}
}
