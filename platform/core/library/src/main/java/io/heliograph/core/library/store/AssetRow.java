package io.heliograph.core.library.store;

import io.heliograph.core.tx.Sql;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code asset}. Texts are sealed under the owner's key.
 *
 * @param originalBytes length of the plain original
 * @param thumbnailWidths nominal widths, joined by commas
 */
public record AssetRow(
        UUID id,
        UUID owner,
        String origin,
        String kind,
        String state,
        String visibility,
        long epoch,
        String mediaType,
        int width,
        int height,
        long durationMillis,
        long originalBytes,
        String blurHash,
        String thumbnailWidths,
        String sha256,
        String digitalSourceType,
        Optional<UUID> job,
        int ordinal,
        String modelId,
        String modelTitle,
        Optional<byte[]> fileNameSealed,
        Optional<byte[]> makingSealed,
        Instant createdAt,
        Optional<Instant> keepUntil,
        Optional<Instant> makingUntil) {

    static final String COLUMNS =
            "a.id, a.principal_id, a.origin, a.kind, a.state, a.visibility, a.epoch, a.media_type,"
                    + " a.width, a.height, a.duration_millis, a.original_bytes, a.blur_hash, a.thumbnail_widths, a.sha256,"
                    + " a.digital_source_type, a.job_id, a.ordinal, a.model_id, a.model_title, a.file_name_sealed,"
                    + " a.making_sealed, a.created_at, a.keep_until, a.making_until";

    static AssetRow of(@Nullable Object[] c) {
        return new AssetRow(
                Sql.uuid(c[0]),
                Sql.uuid(c[1]),
                Sql.text(c[2]),
                Sql.text(c[3]),
                Sql.text(c[4]),
                Sql.text(c[5]),
                Sql.whole(c[6]),
                Sql.text(c[7]),
                (int) Sql.whole(c[8]),
                (int) Sql.whole(c[9]),
                Sql.whole(c[10]),
                Sql.whole(c[11]),
                Sql.text(c[12]),
                Sql.text(c[13]),
                Sql.text(c[14]),
                Sql.text(c[15]),
                Sql.optionalUuid(c[16]),
                (int) Sql.whole(c[17]),
                Sql.text(c[18]),
                Sql.text(c[19]),
                Sql.optionalBytes(c[20]),
                Sql.optionalBytes(c[21]),
                Sql.instant(c[22]),
                Sql.optionalInstant(c[23]),
                Sql.optionalInstant(c[24]));
    }

    /** Ids and state only: a log needs no sealed text. */
    @Override
    public String toString() {
        return "AssetRow[" + id + " " + state + "]";
    }
}
