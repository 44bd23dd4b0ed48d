package io.heliograph.core.account.store;

import io.heliograph.core.inventory.Stored;
import io.heliograph.kernel.DataCategory;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link that works once. */
@Entity
@Table(name = "one_time_link")
@Stored(category = DataCategory.ACCOUNT)
public class LinkRow {
    @Id
    UUID id = new UUID(0, 0);

    String purpose = "";
    byte[] tokenHash = new byte[0];

    @Nullable
    UUID principalId;

    Instant createdAt = Instant.EPOCH;
    Instant expiresAt = Instant.EPOCH;

    /** For the ORM and this package. */
    protected LinkRow() {}
}
