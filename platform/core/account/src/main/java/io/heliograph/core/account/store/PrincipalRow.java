package io.heliograph.core.account.store;

import io.heliograph.core.inventory.Stored;
import io.heliograph.kernel.DataCategory;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Whoever owns things: an id, whether it lives, and its revocation epoch. */
@Entity
@Table(name = "principal")
@Stored(category = DataCategory.OPERATIONAL)
public class PrincipalRow {
    @Id
    UUID id = new UUID(0, 0);

    String kind = "";
    String state = "";
    long epoch;

    /** For the ORM and this package. */
    protected PrincipalRow() {}
}
