package io.heliograph.core.account.store;

import io.heliograph.core.inventory.Stored;
import io.heliograph.kernel.DataCategory;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A signed-in browser. */
@Entity
@Table(name = "session")
@Stored(category = DataCategory.ACCESS)
public class SessionRow {
    @Id
    UUID id = new UUID(0, 0);

    UUID principalId = new UUID(0, 0);
    byte[] tokenHash = new byte[0];
    String device = "";
    String address = "";
    Instant createdAt = Instant.EPOCH;
    Instant lastSeenAt = Instant.EPOCH;
    Instant idleUntil = Instant.EPOCH;
    Instant expiresAt = Instant.EPOCH;

    /** For the ORM and this package. */
    protected SessionRow() {}
}
