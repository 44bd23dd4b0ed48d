package io.heliograph.core.account.store;

import io.heliograph.core.inventory.Stored;
import io.heliograph.kernel.DataCategory;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** What an identity plugin keeps about a subject. */
@Entity
@Table(name = "credential_record")
@IdClass(CredentialRow.Key.class)
@Stored(category = DataCategory.ACCOUNT)
public class CredentialRow {
    @Id
    String instance = "";

    @Id
    String subject = "";

    UUID id = new UUID(0, 0);
    UUID ownerId = new UUID(0, 0);
    byte[] record = new byte[0];
    Instant updatedAt = Instant.EPOCH;

    /** For the ORM and this package. */
    protected CredentialRow() {}

    /** Primary key. */
    public record Key(String instance, String subject) implements Serializable {}
}
