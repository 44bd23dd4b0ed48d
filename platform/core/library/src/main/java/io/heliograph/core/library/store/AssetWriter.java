package io.heliograph.core.library.store;

import io.heliograph.core.tx.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The moves of an asset between its states. Each repeats its condition and says whether it happened. */
public final class AssetWriter {

    /** The state and epoch of a row, whatever it is, locked; empty where there is none. */
    public Optional<Standing> standing(UUID id) {
        return Sql.rows("select a.state, a.epoch from asset a where a.id = :id for update", Map.of("id", id)).stream()
                .map(c -> new Standing(Sql.text(c[0]), Sql.whole(c[1])))
                .findFirst();
    }

    /** Where a row stands. */
    public record Standing(String state, long epoch) {}

    /** Writes a pending row; one that an earlier try of the same asset left pending is replaced. */
    public void insertPending(AssetRow row) {
        Sql.change("delete from asset where id = :id and state = 'pending'", Map.of("id", row.id()));
        Map<String, Object> values = new HashMap<>();
        values.put("id", row.id());
        values.put("owner", row.owner());
        values.put("origin", row.origin());
        values.put("kind", row.kind());
        values.put("visibility", row.visibility());
        values.put("mediaType", row.mediaType());
        values.put("width", row.width());
        values.put("height", row.height());
        values.put("duration", row.durationMillis());
        values.put("bytes", row.originalBytes());
        values.put("blurHash", row.blurHash());
        values.put("widths", row.thumbnailWidths());
        values.put("sha256", row.sha256());
        values.put("source", row.digitalSourceType());
        values.put("ordinal", row.ordinal());
        values.put("modelId", row.modelId());
        values.put("modelTitle", row.modelTitle());
        values.put("createdAt", row.createdAt());
        String job = optional(values, "job", row.job().orElse(null));
        String fileName = optional(values, "fileName", row.fileNameSealed().orElse(null));
        String making = optional(values, "making", row.makingSealed().orElse(null));
        String keep = optional(values, "keep", row.keepUntil().orElse(null));
        String makingUntil = optional(values, "makingUntil", row.makingUntil().orElse(null));
        Sql.change(
                "insert into asset (id, principal_id, origin, kind, state, visibility, epoch, media_type, width, height,"
                        + " duration_millis, original_bytes, blur_hash, thumbnail_widths, sha256, digital_source_type,"
                        + " job_id, ordinal, model_id, model_title, file_name_sealed, making_sealed, created_at,"
                        + " keep_until, making_until) values (:id, :owner, :origin, :kind, 'pending', :visibility, 0,"
                        + " :mediaType, :width, :height, :duration, :bytes, :blurHash, :widths, :sha256, :source, "
                        + job + ", :ordinal, :modelId, :modelTitle, " + fileName + ", " + making + ", :createdAt, "
                        + keep + ", " + makingUntil + ")",
                values);
    }

    private static String optional(Map<String, Object> values, String name, @Nullable Object value) {
        if (value == null) {
            return "null";
        }
        values.put(name, value);
        return ":" + name;
    }

    /** Writes a file's row before its bytes are put; a row of the same id is brought up to date and pending again. */
    public void insertBlob(BlobRow row, Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", row.id());
        values.put("asset", row.asset());
        values.put("owner", row.owner());
        values.put("name", row.name());
        values.put("store", row.store());
        values.put("mediaType", row.mediaType());
        values.put("width", row.width());
        values.put("height", row.height());
        values.put("segment", row.segment());
        values.put("plain", row.plainBytes());
        values.put("sha256", row.sha256());
        values.put("now", now);
        Sql.change(
                "insert into asset_blob (id, asset_id, principal_id, name, store_id, state, media_type, width, height,"
                        + " segment, plain_bytes, sealed_bytes, head, sha256, created_at) values (:id, :asset, :owner,"
                        + " :name, :store, 'pending', :mediaType, :width, :height, :segment, :plain, 0, null, :sha256,"
                        + " :now) on duplicate key update state = 'pending', media_type = :mediaType, width = :width,"
                        + " height = :height, segment = :segment, plain_bytes = :plain, sha256 = :sha256",
                values);
    }

    /** The bytes are in the store. */
    public boolean blobStored(UUID blob, byte[] head, long sealedBytes) {
        return Sql.change(
                        "update asset_blob set state = 'stored', head = :head, sealed_bytes = :sealed where id = :id",
                        Map.of("id", blob, "head", head, "sealed", sealedBytes))
                == 1;
    }

    /** The epoch of a row that is not erased, whoever asks: an epoch is no content. */
    public OptionalLong epoch(UUID id) {
        List<Long> epochs =
                Sql.numbers("select a.epoch from asset a where a.id = :id and a.state <> 'erased'", Map.of("id", id));
        return epochs.isEmpty() ? OptionalLong.empty() : OptionalLong.of(epochs.getFirst());
    }

    /** Makes a pending row visible, unless its epoch has moved. */
    public boolean publish(UUID id, long epoch) {
        return Sql.change(
                        "update asset set state = 'visible' where id = :id and state = 'pending' and epoch = :epoch",
                        Map.of("id", id, "epoch", epoch))
                == 1;
    }

    /** Changes who sees a visible row; the epoch moves, so that what was allowed before is asked again. */
    public boolean setVisibility(UUID owner, UUID id, String visibility) {
        return Sql.change(
                        "update asset set visibility = :visibility, epoch = epoch + 1 where id = :id"
                                + " and principal_id = :owner and state = 'visible'",
                        Map.of("visibility", visibility, "id", id, "owner", owner))
                == 1;
    }

    /** Takes an owner's visible rows out of sight; answers which. Rows are locked in the order of their ids. */
    public List<UUID> tombstone(UUID owner, Collection<UUID> ids, Instant now, Instant eraseAfter) {
        List<UUID> mine = Sql.ids(
                "select id from asset where id in " + Sql.in(ids)
                        + " and principal_id = :owner and state = 'visible' order by id for update",
                Map.of("owner", owner));
        move(mine, now, eraseAfter);
        return mine;
    }

    /** Takes out of sight what was never published. */
    public void abandon(UUID id, Instant now) {
        Sql.change(
                "update asset set state = 'tombstoned', epoch = epoch + 1, deleted_at = :now, erase_after = :now"
                        + " where id = :id and state = 'pending'",
                Map.of("id", id, "now", now));
    }

    private static void move(Collection<UUID> ids, Instant now, Instant eraseAfter) {
        Sql.change(
                "update asset set state = 'tombstoned', epoch = epoch + 1, deleted_at = :now, erase_after = :after"
                        + " where id in " + Sql.in(ids),
                Map.of("now", now, "after", eraseAfter));
    }

    /** Brings back an owner's rows whose undo window is open; answers which. */
    public List<UUID> restore(UUID owner, Collection<UUID> ids, Instant now) {
        List<UUID> mine = Sql.ids(
                "select id from asset where id in " + Sql.in(ids)
                        + " and principal_id = :owner and state = 'tombstoned' and erase_after > :now order by id for update",
                Map.of("owner", owner, "now", now));
        Sql.change(
                "update asset set state = 'visible', epoch = epoch + 1, deleted_at = null, erase_after = null"
                        + " where id in " + Sql.in(mine),
                Map.of());
        return mine;
    }
}
