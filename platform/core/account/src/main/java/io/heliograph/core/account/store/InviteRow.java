package io.heliograph.core.account.store;

import io.heliograph.core.inventory.Stored;
import io.heliograph.kernel.DataCategory;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation. */
@Entity
@Table(name = "invite")
@Stored(category = DataCategory.ACCOUNT)
public class InviteRow {
    @Id
    UUID id = new UUID(0, 0);

    byte[] tokenHash = new byte[0];
    byte @Nullable [] email;
    byte @Nullable [] emailHash;
    String role = "";
    byte @Nullable [] note;

    @Nullable
    UUID createdBy;

    Instant createdAt = Instant.EPOCH;
    Instant expiresAt = Instant.EPOCH;

    @Nullable
    Instant usedAt;

    @Nullable
    UUID usedBy;

    @Nullable
    Instant revokedAt;

    int refusals;

    /** For the ORM and this package. */
    protected InviteRow() {}
}
