package io.heliograph.core.library.store;

import io.heliograph.core.tx.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the eraser works through: rows by state and deadline, never content. */
public final class AssetSweep {
    private static final String ENDING =
            "a.state = 'visible' and a.keep_until > :now and a.keep_until <= :until and a.noticed_at is null";

    /**
     * Which rows an erasure covers.
     *
     * @param origins words of the origins whose bytes go
     * @param ids single ones; empty for all
     * @param from created at or after; empty for all
     * @param to created before; empty for all
     */
    public record Scope(
            UUID owner, Set<String> origins, Optional<Set<UUID>> ids, Optional<Instant> from, Optional<Instant> to) {
        public Scope {
            origins = Set.copyOf(origins);
        }

        private String sql(Map<String, Object> parameters) {
            parameters.put("owner", owner);
            StringBuilder sql = new StringBuilder("principal_id = :owner");
            sql.append(origins.stream()
                    .map(word -> "'" + word + "'")
                    .sorted()
                    .reduce((a, b) -> a + "," + b)
                    .map(words -> " and origin in (" + words + ")")
                    .orElse(" and false"));
            ids.ifPresent(some -> sql.append(" and id in ").append(Sql.in(some)));
            from.ifPresent(time -> {
                sql.append(" and created_at >= :from");
                parameters.put("from", time);
            });
            to.ifPresent(time -> {
                sql.append(" and created_at < :to");
                parameters.put("to", time);
            });
            return sql.toString();
        }
    }

    /** Takes everything of the scope out of sight for good: no undo. Answers how many rows that moved. */
    public int tombstone(Scope scope, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        String where = scope.sql(parameters);
        parameters.put("now", now);
        return Sql.change(
                "update asset set state = 'tombstoned', epoch = epoch + 1, deleted_at = coalesce(deleted_at, :now),"
                        + " erase_after = :now where " + where + " and state <> 'erased'",
                parameters);
    }

    /** How many rows of the scope are not erased. */
    public long alive(Scope scope) {
        Map<String, Object> parameters = new HashMap<>();
        return Sql.number(
                "select count(*) from asset where " + scope.sql(parameters) + " and state <> 'erased'", parameters);
    }

    /** Rows of the scope whose bytes are to go now. */
    public List<UUID> doomed(Scope scope, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        return Sql.ids(
                "select id from asset where " + scope.sql(parameters) + " and state = 'tombstoned' order by id limit "
                        + limit,
                parameters);
    }

    /** Forgets how things of the scope were made; answers how many knew. */
    public int forgetMaking(Scope scope, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        return Sql.change(
                "update asset set making_sealed = null, making_until = null where " + scope.sql(parameters)
                        + " and making_sealed is not null limit " + limit,
                parameters);
    }

    /** How many of the scope still know how they were made. */
    public long knowing(Scope scope) {
        Map<String, Object> parameters = new HashMap<>();
        return Sql.number(
                "select count(*) from asset where " + scope.sql(parameters) + " and making_sealed is not null",
                parameters);
    }

    /** Takes out of sight what is past its deadline; answers how many. */
    public int expire(String origin, Instant now, Collection<UUID> held, int limit) {
        return Sql.change(
                "update asset set state = 'tombstoned', epoch = epoch + 1, deleted_at = :now, erase_after = :now"
                        + " where state = 'visible' and origin = :origin and keep_until < :now and principal_id not in "
                        + not(held) + " order by id limit " + limit,
                Map.of("now", now, "origin", origin));
    }

    /** An owner with files that end. @param first when the first of them does */
    public record Ending(UUID owner, Instant first) {}

    /** Owners with files that end between two times and were not told of, but nobody who was told of others since {@code recently}. */
    public List<Ending> ending(Instant now, Instant until, Instant recently, int limit) {
        return Sql.rows(
                        "select a.principal_id, min(a.keep_until) from asset a where " + ENDING
                                + " and not exists (select 1 from asset n where n.principal_id = a.principal_id"
                                + " and n.noticed_at > :recently) group by a.principal_id limit " + limit,
                        Map.of("now", now, "until", until, "recently", recently))
                .stream()
                .map(row ->
                        new Ending(Sql.uuid(row[0]), Sql.optionalInstant(row[1]).orElseThrow()))
                .toList();
    }

    /** Keeps that an owner was told of what ends between two times; answers of how many. */
    public int noticed(UUID owner, Instant now, Instant until) {
        return Sql.change(
                "update asset a set a.noticed_at = :now where a.principal_id = :owner and " + ENDING,
                Map.of("owner", owner, "now", now, "until", until));
    }

    /** How much somebody keeps. */
    public record Size(UUID owner, long things, long bytes) {}

    /** How much some owners keep. */
    public List<Size> sizes(Collection<UUID> owners) {
        return Sql.rows(
                        "select principal_id, count(*), coalesce(sum(original_bytes), 0) from asset"
                                + " where state = 'visible' and principal_id in " + Sql.in(owners)
                                + " group by principal_id",
                        Map.of())
                .stream()
                .map(row -> new Size(Sql.uuid(row[0]), Sql.whole(row[1]), Sql.whole(row[2])))
                .toList();
    }

    /** How many of one origin are past their deadline, or deleted and past their undo window, and not erased. */
    public long overdue(String origin, Instant now, Collection<UUID> held) {
        return Sql.number(
                "select count(*) from asset where origin = :origin and (state = 'visible' and keep_until < :now"
                        + " or state = 'tombstoned' and erase_after < :now) and principal_id not in " + not(held),
                Map.of("now", now, "origin", origin));
    }

    /** Takes out of sight what was never published by {@code before}; answers how many. */
    public int giveUpPending(Instant before, Instant now, int limit) {
        return Sql.change(
                "update asset set state = 'tombstoned', epoch = epoch + 1, deleted_at = :now, erase_after = :now"
                        + " where state = 'pending' and created_at < :before order by id limit " + limit,
                Map.of("before", before, "now", now));
    }

    /** Deleted rows whose undo window has closed; from here on none of them can come back. */
    public List<UUID> due(Instant now, Collection<UUID> held, int limit) {
        List<UUID> due = Sql.ids(
                "select id from asset where state = 'tombstoned' and erase_after <= :now and principal_id not in "
                        + not(held) + " order by erase_after, id limit " + limit,
                Map.of("now", now));
        Sql.change(
                "update asset set erase_after = deleted_at where erase_after > deleted_at and id in " + Sql.in(due),
                Map.of());
        return due;
    }

    /** All files of a row, whatever their state: bytes may be there though the put never returned. */
    public List<BlobRow> blobs(UUID asset) {
        return Sql.rows(
                        "select " + BlobRow.COLUMNS + " from asset_blob b where b.asset_id = :asset",
                        Map.of("asset", asset))
                .stream()
                .map(BlobRow::of)
                .toList();
    }

    /** The file was looked for and is not in the store. */
    public void blobGone(UUID blob) {
        Sql.change("delete from asset_blob where id = :id", Map.of("id", blob));
    }

    /** Empties a row that has no file left. */
    public boolean erased(UUID asset) {
        return Sql.change(
                        "update asset set state = 'erased', blur_hash = '', thumbnail_widths = '', sha256 = '',"
                                + " digital_source_type = '', model_id = '', model_title = '', file_name_sealed = null,"
                                + " making_sealed = null, making_until = null, width = 0, height = 0, duration_millis = 0,"
                                + " original_bytes = 0 where id = :id and state = 'tombstoned'"
                                + " and not exists (select 1 from asset_blob b where b.asset_id = asset.id)",
                        Map.of("id", asset))
                == 1;
    }

    /** Removes the empty rows of one owner; answers how many. */
    public int removeErased(UUID owner, int limit) {
        return Sql.change(
                "delete from asset where principal_id = :owner and state = 'erased' limit " + limit,
                Map.of("owner", owner));
    }

    /** How many rows one owner has, in any state. */
    public long rows(UUID owner) {
        return Sql.number("select count(*) from asset where principal_id = :owner", Map.of("owner", owner));
    }

    /** Removes empty rows deleted before a time; answers how many. */
    public int removeErasedBefore(Instant before, int limit) {
        return Sql.change(
                "delete from asset where state = 'erased' and erase_after < :before limit " + limit,
                Map.of("before", before));
    }

    /** Forgets how things were made whose period for that is over; answers how many. */
    public int expireMaking(Instant now, Collection<UUID> held, int limit) {
        return Sql.change(
                "update asset set making_sealed = null, making_until = null where making_until < :now"
                        + " and principal_id not in " + not(held) + " limit " + limit,
                Map.of("now", now));
    }

    /** How many still know it past that period. */
    public long makingOverdue(Instant now, Collection<UUID> held) {
        return Sql.number(
                "select count(*) from asset where making_until < :now and making_sealed is not null"
                        + " and principal_id not in " + not(held),
                Map.of("now", now));
    }

    /** A list for {@code not in (...)}: nobody is the nought. */
    static String not(Collection<UUID> held) {
        return Sql.in(held.isEmpty() ? Set.of(new UUID(0, 0)) : held);
    }
}
