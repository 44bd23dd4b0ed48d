package io.heliograph.core.library.store;

import io.heliograph.core.tx.Sql;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code asset_blob}: one sealed file in a store.
 *
 * @param store instance that has it
 * @param name {@code original}, {@code poster}, {@code w256} ...
 * @param state {@code pending} until the put has returned, then the word of {@link #STORED}
 * @param segment name of its {@link io.heliograph.core.crypto.SegmentSize}
 * @param head the sealed file's first bytes, once the put has returned
 */
public record BlobRow(
        UUID id,
        UUID asset,
        UUID owner,
        String name,
        String store,
        String state,
        String mediaType,
        int width,
        int height,
        String segment,
        long plainBytes,
        long sealedBytes,
        Optional<byte[]> head,
        String sha256) {

    /** State of what can be read. */
    public static final String STORED = "stored";

    static final String COLUMNS =
            "b.id, b.asset_id, b.principal_id, b.name, b.store_id, b.state, b.media_type, b.width,"
                    + " b.height, b.segment, b.plain_bytes, b.sealed_bytes, b.head, b.sha256";

    static BlobRow of(@Nullable Object[] c) {
        return new BlobRow(
                Sql.uuid(c[0]),
                Sql.uuid(c[1]),
                Sql.uuid(c[2]),
                Sql.text(c[3]),
                Sql.text(c[4]),
                Sql.text(c[5]),
                Sql.text(c[6]),
                (int) Sql.whole(c[7]),
                (int) Sql.whole(c[8]),
                Sql.text(c[9]),
                Sql.whole(c[10]),
                Sql.whole(c[11]),
                Sql.optionalBytes(c[12]),
                Sql.text(c[13]));
    }
}
