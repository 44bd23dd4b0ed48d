package io.heliograph.core.account.store;

import io.heliograph.core.inventory.Stored;
import io.heliograph.kernel.DataCategory;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person. */
@Entity
@Table(name = "person")
@Stored(category = DataCategory.ACCOUNT)
public class PersonRow {
    @Id
    UUID principalId = new UUID(0, 0);

    byte[] email = new byte[0];
    byte[] emailHash = new byte[0];
    boolean emailConfirmed;
    byte @Nullable [] pendingEmail;
    String role = "";
    String locale = "";
    Instant createdAt = Instant.EPOCH;

    @Nullable
    Instant passwordChangedAt;

    @Nullable
    Instant lastSeenAt;

    @Nullable
    Instant suspendedAt;

    byte @Nullable [] suspendReason;

    /** For the ORM and this package. */
    protected PersonRow() {}
}
