package io.heliograph.core.privacy.store;

import io.heliograph.core.tx.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys that sign receipts. Every method runs inside the caller's unit of work. */
public final class ReceiptKeyStore {
    private static final String COLUMNS = "select id, public_key, private_key from receipt_key ";

    /** The key that signs now; empty before the first receipt. */
    public Optional<Kept> newest() {
        return first(Sql.rows(COLUMNS + "order by made_at desc, id desc limit 1", Map.of()));
    }

    /** A key by its id. */
    public Optional<Kept> find(UUID id) {
        return first(Sql.rows(COLUMNS + "where id = :id", Map.of("id", id)));
    }

    /** Keeps a new one. */
    public void insert(Kept key, Instant at) {
        Sql.change(
                "insert into receipt_key (id, public_key, private_key, made_at) values (:id, :public, :private, :at)",
                Map.of("id", key.id(), "public", key.publicKey(), "private", key.sealedPrivateKey(), "at", at));
    }

    private static Optional<Kept> first(List<@Nullable Object[]> rows) {
        return rows.stream().findFirst().map(row -> new Kept(Sql.uuid(row[0]), Sql.bytes(row[1]), Sql.bytes(row[2])));
    }

    /**
     * A pair of keys.
     *
     * @param publicKey as X.509 writes it
     * @param sealedPrivateKey PKCS 8, sealed
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Kept(UUID id, byte[] publicKey, byte[] sealedPrivateKey) {}
}
