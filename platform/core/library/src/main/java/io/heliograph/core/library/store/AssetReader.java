package io.heliograph.core.library.store;

import io.heliograph.core.tx.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads of content. Every one takes a {@link Seen}: there is no way past it. */
public final class AssetReader {

    /** One row that is seen. */
    public Optional<AssetRow> find(Seen seen, UUID id) {
        return all(seen, List.of(id)).stream().findFirst();
    }

    /** Those of the given rows that are seen. */
    public List<AssetRow> all(Seen seen, Collection<UUID> ids) {
        return rows(
                "select " + AssetRow.COLUMNS + " from asset a where a.id in " + Sql.in(ids) + " and " + seen.sql(),
                seen);
    }

    /** An owner's rows that are seen, newest first. */
    public List<AssetRow> page(Seen seen, AssetQuery query, int limit) {
        AssetQuery.Condition condition = query.condition();
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        parameters.putAll(seen.parameters());
        return Sql.rows(
                        "select " + AssetRow.COLUMNS + " from asset a where " + condition.sql()
                                + " and a.state = 'visible'" + " and " + seen.sql()
                                + " order by a.created_at desc, a.id desc limit " + limit,
                        parameters)
                .stream()
                .map(AssetRow::of)
                .toList();
    }

    /** A stored file of a row that is seen. */
    public List<BlobRow> blobs(Seen seen, UUID asset) {
        Map<String, Object> parameters = new HashMap<>(seen.parameters());
        parameters.put("asset", asset);
        return Sql.rows(
                        "select " + BlobRow.COLUMNS + " from asset_blob b join asset a on a.id = b.asset_id"
                                + " where b.asset_id = :asset and b.state = 'stored' and " + seen.sql(),
                        parameters)
                .stream()
                .map(BlobRow::of)
                .toList();
    }

    /**
     * Sums over an owner's rows.
     *
     * @param bytes of all originals
     */
    public record Sums(
            long generatedImages,
            long generatedVideos,
            long uploads,
            long publicOnes,
            long expiringSoon,
            Optional<Instant> nextExpiry,
            long bytes,
            long withMaking,
            long uploadBytes) {}

    /** Sums over an owner's rows that are seen. */
    public Sums sums(Seen seen, UUID owner, Instant soon) {
        Map<String, Object> parameters = new HashMap<>(seen.parameters());
        parameters.put("owner", owner);
        parameters.put("soon", soon);
        @Nullable
        Object[] c = Sql.rows(
                        "select coalesce(sum(a.origin = 'generated' and a.kind = 'image'), 0),"
                                + " coalesce(sum(a.origin = 'generated' and a.kind = 'video'), 0),"
                                + " coalesce(sum(a.origin = 'uploaded'), 0), coalesce(sum(a.visibility = 'public'), 0),"
                                + " coalesce(sum(a.keep_until < :soon), 0), min(a.keep_until),"
                                + " coalesce(sum(a.original_bytes), 0), coalesce(sum(a.making_sealed is not null), 0),"
                                + " coalesce(sum(if(a.origin = 'uploaded', a.original_bytes, 0)), 0)"
                                + " from asset a where a.principal_id = :owner and " + seen.sql(),
                        parameters)
                .getFirst();
        return new Sums(
                Sql.whole(c[0]),
                Sql.whole(c[1]),
                Sql.whole(c[2]),
                Sql.whole(c[3]),
                Sql.whole(c[4]),
                Sql.optionalInstant(c[5]),
                Sql.whole(c[6]),
                Sql.whole(c[7]),
                Sql.whole(c[8]));
    }

    private static List<AssetRow> rows(String statement, Seen seen) {
        return Sql.rows(statement, seen.parameters()).stream().map(AssetRow::of).toList();
    }
}
