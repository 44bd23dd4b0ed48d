package io.heliograph.core.generation.store;

import io.heliograph.core.tx.Sql;
import io.heliograph.kernel.Uuids;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose turn it is, and leases. A person's turn at an instance comes after everybody's who was served longer ago; with
 * equal turns the one with the shorter line goes first. Every method runs inside the caller's unit of work.
 */
public final class ClaimStore {
    private static final int CANDIDATES = 8;
    private static final String FAR_AHEAD = "timestamp '9000-01-01 00:00:00'";
    private static final String OCCUPIES = "('STARTING','SUBMITTING','WORKING')";

    /** Puts a waiting job of {@code principal} into the order of turns. */
    public void enqueue(String instance, UUID principal, int priority, Duration wait) {
        Sql.mutation("insert into generation_turn (instance_id, principal_id, priority, last_turn, waiting, due_at)"
                        + " values (:instance, :principal, :priority, timestamp '1970-01-01 00:00:00', 1, "
                        + Expression.after(wait).expression() + ") on duplicate key update waiting = waiting + 1,"
                        + " priority = values(priority), due_at = least(due_at, values(due_at))")
                .setParameter("instance", instance)
                .setParameter("principal", Uuids.bytes(principal))
                .setParameter("priority", priority)
                .executeUpdate();
    }

    /** Takes the instance's lane until the unit of work ends: claims at one instance come one after the other. */
    public void takeLane(String instance) {
        if (laneMissing(instance)) {
            Sql.mutation("insert ignore into generation_lane (instance_id) values (:instance)")
                    .setParameter("instance", instance)
                    .executeUpdate();
            laneMissing(instance);
        }
    }

    private static boolean laneMissing(String instance) {
        return Sql.query("select instance_id, 0 from generation_lane where instance_id = :instance for update")
                .setParameter("instance", instance)
                .getResultList()
                .isEmpty();
    }

    /** How many jobs occupy the instance now, on all nodes. */
    public long occupied(String instance) {
        return Sql.query(
                        "select count(*), 0 from generation_job where instance_id = :instance and state in " + OCCUPIES)
                .setParameter("instance", instance)
                .getResultList()
                .stream()
                .mapToLong(row -> Sql.whole(row[0]))
                .sum();
    }

    /** How many jobs wait at the instance. */
    public long waiting(String instance) {
        return Sql.query("select count(*), 0 from generation_job where instance_id = :instance and state = 'QUEUED'")
                .setParameter("instance", instance)
                .getResultList()
                .stream()
                .mapToLong(row -> Sql.whole(row[0]))
                .sum();
    }

    /** The next job to start at the instance, with its row and its owner's turn taken; empty if nothing waits. */
    public Optional<UUID> nextInLine(String instance) {
        List<UUID> owners = Sql.query("select principal_id, 0 from generation_turn where instance_id = :instance"
                        + " and due_at <= utc_timestamp(6) order by priority desc, last_turn, waiting, principal_id")
                .setParameter("instance", instance)
                .setMaxResults(CANDIDATES)
                .getResultList()
                .stream()
                .map(row -> Sql.uuid(row[0]))
                .toList();
        for (UUID owner : owners) {
            if (takeTurn(instance, owner)) {
                Optional<UUID> head = head(instance, owner);
                if (head.isPresent()) {
                    countTurn(instance, owner);
                    return head;
                }
                postpone(instance, owner);
            }
        }
        return Optional.empty();
    }

    private static boolean takeTurn(String instance, UUID owner) {
        return !Sql.query("select waiting, 0 from generation_turn where instance_id = :instance"
                        + " and principal_id = :principal for update skip locked")
                .setParameter("instance", instance)
                .setParameter("principal", Uuids.bytes(owner))
                .getResultList()
                .isEmpty();
    }

    private static Optional<UUID> head(String instance, UUID owner) {
        return Sql.query("select id, 0 from generation_job where instance_id = :instance and state = 'QUEUED'"
                        + " and principal_id = :principal and next_at <= utc_timestamp(6)"
                        + " order by id limit 1 for update skip locked")
                .setParameter("instance", instance)
                .setParameter("principal", Uuids.bytes(owner))
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> Sql.uuid(row[0]));
    }

    private static void countTurn(String instance, UUID owner) {
        Sql.mutation("update generation_turn set last_turn = utc_timestamp(6), waiting = greatest(waiting - 1, 0)"
                        + " where instance_id = :instance and principal_id = :principal")
                .setParameter("instance", instance)
                .setParameter("principal", Uuids.bytes(owner))
                .executeUpdate();
    }

    /** Nothing of this owner can start now: look again when the first of their jobs may, or when a new one comes. */
    private static void postpone(String instance, UUID owner) {
        Sql.mutation("update generation_turn set waiting = (select count(*) from generation_job"
                        + " where instance_id = :instance and principal_id = :principal and state = 'QUEUED'),"
                        + " due_at = coalesce((select min(next_at) from generation_job where instance_id = :instance"
                        + " and principal_id = :principal and state = 'QUEUED'), " + FAR_AHEAD + ")"
                        + " where instance_id = :instance and principal_id = :principal")
                .setParameter("instance", instance)
                .setParameter("principal", Uuids.bytes(owner))
                .executeUpdate();
    }

    /** Jobs that somebody without the lease must look at by now, oldest first, with their rows taken. */
    public List<UUID> due(int limit) {
        return Sql.query("select id, 0 from generation_job where due_at <= utc_timestamp(6) order by due_at limit "
                        + limit + " for update skip locked")
                .getResultList()
                .stream()
                .map(row -> Sql.uuid(row[0]))
                .toList();
    }

    /** Gives a lease on a job that is due; repeats the condition, so that a lease that was renewed meanwhile stands. */
    public boolean leaseDue(UUID id, long token, Duration length) {
        return Sql.mutation("update generation_job set lease_token = :token, due_at = "
                                + Expression.after(length).expression()
                                + " where id = :id and due_at <= utc_timestamp(6)")
                        .setParameter("token", token)
                        .setParameter("id", Uuids.bytes(id))
                        .executeUpdate()
                == 1;
    }

    /** Extends a lease; false when it is lost. */
    public boolean renew(UUID id, long token, Duration length) {
        return Sql.mutation("update generation_job set due_at = "
                                + Expression.after(length).expression() + " where id = :id and lease_token = :token")
                        .setParameter("token", token)
                        .setParameter("id", Uuids.bytes(id))
                        .executeUpdate()
                == 1;
    }

    /** Which of these jobs were asked to stop. */
    public List<UUID> cancelRequested(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String list = String.join(", ", ids.stream().map(Sql::literal).toList());
        return Sql.query("select id, 0 from generation_job where cancel_requested and id in (" + list + ")")
                .getResultList()
                .stream()
                .map(row -> Sql.uuid(row[0]))
                .toList();
    }

    /**
     * Where a queued job stands: 1 is next. Its owner's earlier jobs come before it, and of each other person's as many as
     * of the owner's, since turns go round.
     */
    public int position(String instance, UUID principal, UUID id) {
        long own = Sql.query("select count(*), 0 from generation_job where instance_id = :instance and state = 'QUEUED'"
                        + " and principal_id = :principal and id < :id")
                .setParameter("instance", instance)
                .setParameter("principal", Uuids.bytes(principal))
                .setParameter("id", Uuids.bytes(id))
                .getResultList()
                .stream()
                .mapToLong(row -> Sql.whole(row[0]))
                .sum();
        long others = Sql.query(
                        "select coalesce(sum(least(line.jobs, :rounds + case when line.earlier then 1 else 0 end)),"
                                + " 0), 0 from (select count(*) as jobs, max(coalesce(t.last_turn, timestamp '1970-01-01 00:00:00')"
                                + " < coalesce((select last_turn from generation_turn where instance_id = :instance"
                                + " and principal_id = :principal), timestamp '1970-01-01 00:00:00')) as earlier"
                                + " from generation_job j left join generation_turn t"
                                + " on t.instance_id = j.instance_id and t.principal_id = j.principal_id"
                                + " where j.instance_id = :instance and j.state = 'QUEUED' and j.principal_id <> :principal"
                                + " group by j.principal_id) line")
                .setParameter("rounds", own)
                .setParameter("instance", instance)
                .setParameter("principal", Uuids.bytes(principal))
                .getResultList()
                .stream()
                .mapToLong(row -> Sql.whole(row[0]))
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, 1 + own + others);
    }
}
