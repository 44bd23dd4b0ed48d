package io.heliograph.core.generation.store;

import io.heliograph.core.tx.Sql;
import io.heliograph.kernel.Uuids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** Rows of the queue. Every method runs inside the caller's unit of work. */
public final class JobStore {
    private static final String UNFINISHED =
            "state in ('QUEUED','STARTING','SUBMITTING','WORKING','FETCHING','SPOOLED','UNKNOWN')";

    /** Writes an accepted job. @throws WishTakenException if the principal has used its key before */
    public void insert(NewJob job) {
        try {
            write(job);
        } catch (ConstraintViolationException taken) {
            throw new WishTakenException(taken);
        }
    }

    /** The text is the same for every job, so that it is parsed once. */
    private static void write(NewJob job) {
        MutationQuery insert = Sql.mutation(
                "insert into generation_job (id, principal_id, idempotency_key, instance_id, model_id, model_title,"
                        + " kind, origin, result_count, credits_each, credits, settlement, charged, input_sealed, state,"
                        + " priority, epoch, cancel_requested, attempts, next_at, due_at, asset_ids, preview_seq,"
                        + " created_at, deadline_at, keep_until) values (:id, :principal, :idempotencyKey, :instance,"
                        + " :model, :modelTitle, :kind, :origin, :count, :creditsEach, :credits, :settlement, 0, :input,"
                        + " 'QUEUED', :priority, 1, false, 0, utc_timestamp(6), "
                        + Expression.after(job.deadline()).expression() + ", '', 0, :createdAt, "
                        + Expression.after(job.deadline()).expression() + ", "
                        + (job.keepUntil().isPresent() ? ":keepUntil" : "null") + ")");
        job.keepUntil().ifPresent(until -> insert.setParameter("keepUntil", Sql.utc(until)));
        insert.setParameter("id", Uuids.bytes(job.id()))
                .setParameter("principal", Uuids.bytes(job.principal()))
                .setParameter("idempotencyKey", job.idempotencyKey())
                .setParameter("instance", job.instance())
                .setParameter("model", job.model())
                .setParameter("modelTitle", job.modelTitle())
                .setParameter("kind", job.kind())
                .setParameter("origin", job.origin())
                .setParameter("count", job.count())
                .setParameter("creditsEach", job.creditsEach())
                .setParameter("credits", job.credits())
                .setParameter("settlement", job.credits() > 0 ? "HELD" : "NONE")
                .setParameter("input", job.inputSealed())
                .setParameter("priority", job.priority())
                .setParameter("createdAt", Sql.utc(job.createdAt()))
                .executeUpdate();
    }

    /** A job of anybody, for the worker. */
    public Optional<JobRow> find(UUID id) {
        return Sql.query("select " + JobRow.COLUMNS + " from generation_job where id = :id")
                .setParameter("id", Uuids.bytes(id))
                .getResultList()
                .stream()
                .findFirst()
                .map(JobRow::of);
    }

    /** A job of anybody, with its row taken until the unit of work ends. */
    public Optional<JobRow> lock(UUID id) {
        return Sql.query("select " + JobRow.COLUMNS + " from generation_job where id = :id for update")
                .setParameter("id", Uuids.bytes(id))
                .getResultList()
                .stream()
                .findFirst()
                .map(JobRow::of);
    }

    /**
     * Where a wish finds its owner.
     *
     * @param earlier the job asked for under the same key
     * @param unfinished how many jobs the owner waits for, counted no further than asked
     */
    public record Standing(Optional<JobRow> earlier, long unfinished) {}

    /** Where {@code principal} stands who asks under this key; one statement, since every wish begins with it. */
    public Standing standing(UUID principal, String idempotencyKey, int countTo) {
        Object[] row = Sql.query("select " + JobRow.COLUMNS + ", (select count(*) from (select 1 from generation_job"
                        + " where principal_id = :principal and finished_at is null limit " + countTo + ") some)"
                        + " from (select 1) one left join generation_job"
                        + " on principal_id = :principal and idempotency_key = :idempotencyKey")
                .setParameter("principal", Uuids.bytes(principal))
                .setParameter("idempotencyKey", idempotencyKey)
                .getSingleResult();
        Optional<JobRow> earlier = row[0] == null ? Optional.empty() : Optional.of(JobRow.of(row));
        return new Standing(earlier, Sql.whole(row[row.length - 1]));
    }

    /** Frees a key whose time is over, so that it can name another wish. */
    public void freeKey(UUID id) {
        Sql.mutation("update generation_job set idempotency_key = null where id = :id")
                .setParameter("id", Uuids.bytes(id))
                .executeUpdate();
    }

    /** Jobs of {@code principal}, newest first, before {@code before} where it is given. @param finished null for all */
    public List<JobRow> list(UUID principal, @Nullable Boolean finished, @Nullable UUID before, int limit) {
        String states = finished == null ? "" : finished ? " and not " + UNFINISHED : " and " + UNFINISHED;
        String older = before == null ? "" : " and id < " + Sql.literal(before);
        return Sql.query("select " + JobRow.COLUMNS + " from generation_job where principal_id = :principal" + states
                        + older + " order by id desc")
                .setParameter("principal", Uuids.bytes(principal))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(JobRow::of)
                .toList();
    }

    /** The revocation epoch of a job; empty if there is no such job. */
    public OptionalLong epoch(UUID id) {
        return Sql.query("select epoch, 0 from generation_job where id = :id")
                .setParameter("id", Uuids.bytes(id))
                .getResultList()
                .stream()
                .mapToLong(row -> Sql.whole(row[0]))
                .findFirst();
    }

    /**
     * Changes a job that the caller holds.
     *
     * @param token the lease's; a job that nobody holds has 0
     * @param state where the caller believes the job to be
     * @param columns values: text, number, switch, bytes, or an {@link Expression}
     * @return whether the job was still held and still there
     */
    public boolean change(UUID id, long token, String state, Map<String, Object> columns) {
        Map<String, Object> values = new TreeMap<>(columns);
        String assignments = values.entrySet().stream()
                .map(column -> column.getKey() + " = "
                        + (column.getValue() instanceof Expression sql ? sql.expression() : ":v_" + column.getKey()))
                .collect(Collectors.joining(", "));
        MutationQuery update = Sql.mutation("update generation_job set " + assignments
                + " where id = :id and state = :wasState and coalesce(lease_token, 0) = :wasToken");
        values.forEach((column, value) -> {
            if (!(value instanceof Expression)) {
                update.setParameter("v_" + column, value);
            }
        });
        return update.setParameter("id", Uuids.bytes(id))
                        .setParameter("wasState", state)
                        .setParameter("wasToken", token)
                        .executeUpdate()
                == 1;
    }

    /** Notes that the job is to stop; answers whether it was not finished yet. */
    public boolean requestCancel(UUID id) {
        return Sql.mutation("update generation_job set cancel_requested = true,"
                                + " due_at = case when lease_token is null then utc_timestamp(6) else due_at end"
                                + " where id = :id and " + UNFINISHED)
                        .setParameter("id", Uuids.bytes(id))
                        .executeUpdate()
                == 1;
    }

    /** Notes how far a job is; answers whether the caller still holds it. */
    public boolean progress(UUID id, long token, @Nullable Double fraction, int previewSeq) {
        return Sql.mutation("update generation_job set preview_seq = :previewSeq, fraction = "
                                + (fraction == null ? "fraction" : Double.toString(fraction))
                                + " where id = :id and lease_token = :token")
                        .setParameter("previewSeq", previewSeq)
                        .setParameter("id", Uuids.bytes(id))
                        .setParameter("token", token)
                        .executeUpdate()
                == 1;
    }

    /** Removes a finished job of {@code principal}; answers whether there was one. */
    public boolean removeFinished(UUID principal, UUID id) {
        return Sql.mutation("delete from generation_job where id = :id and principal_id = :principal and not "
                                + UNFINISHED)
                        .setParameter("id", Uuids.bytes(id))
                        .setParameter("principal", Uuids.bytes(principal))
                        .executeUpdate()
                == 1;
    }
}
