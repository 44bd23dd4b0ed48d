package io.heliograph.core.account.store;

import io.heliograph.core.inventory.Stored;
import io.heliograph.kernel.DataCategory;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail in the outbox. */
@Entity
@Table(name = "mail")
@Stored(category = DataCategory.ACCOUNT)
public class MailRow {
    @Id
    UUID id = new UUID(0, 0);

    UUID ownerId = new UUID(0, 0);
    String kind = "";
    byte[] recipient = new byte[0];
    byte[] subject = new byte[0];
    byte[] body = new byte[0];
    String state = "";
    int attempts;
    Instant nextAttemptAt = Instant.EPOCH;
    Instant createdAt = Instant.EPOCH;

    @Nullable
    Instant sentAt;

    @Nullable
    String failure;

    /** For the ORM and this package. */
    protected MailRow() {}
}
