package io.heliograph.core.account.store;

import io.heliograph.core.inventory.Stored;
import io.heliograph.kernel.DataCategory;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key for programs. */
@Entity
@Table(name = "api_key")
@Stored(category = DataCategory.ACCESS)
public class ApiKeyRow {
    @Id
    UUID id = new UUID(0, 0);

    UUID principalId = new UUID(0, 0);
    byte[] name = new byte[0];
    String prefix = "";
    byte[] secretHash = new byte[0];
    String scopes = "";
    Instant createdAt = Instant.EPOCH;

    @Nullable
    Instant lastUsedAt;

    @Nullable
    Instant expiresAt;

    @Nullable
    Instant revokedAt;

    /** For the ORM and this package. */
    protected ApiKeyRow() {}
}
