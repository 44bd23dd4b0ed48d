package io.heliograph.core.account.store;

import io.heliograph.core.inventory.Stored;
import io.heliograph.kernel.DataCategory;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A secret of the installation, sealed. */
@Entity
@Table(name = "installation_secret")
@Stored(category = DataCategory.OPERATIONAL)
public class SecretRow {
    @Id
    String name = "";

    byte[] secret = new byte[0];

    /** For the ORM and this package. */
    protected SecretRow() {}
}
