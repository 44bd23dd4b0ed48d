package io.heliograph.core.setting.store;

import io.heliograph.core.inventory.Stored;
import io.heliograph.kernel.DataCategory;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of one setting. What the operator sets says nothing about a person; who set it belongs to the record. */
@Entity
@Table(name = "setting_version")
@Stored(category = DataCategory.OPERATIONAL)
public class SettingRow {
    @Id
    UUID id = new UUID(0, 0);

    long seq;
    String name = "";
    String kind = "";

    @Nullable
    String text;

    byte @Nullable [] hidden;

    Instant changedAt = Instant.EPOCH;

    @Nullable
    @Stored(category = DataCategory.AUDIT)
    UUID actorId;

    @Nullable
    Long undoes;

    /** For the ORM. */
    protected SettingRow() {}

    SettingRow(UUID id, long seq, String name) {
        this.id = id;
        this.seq = seq;
        this.name = name;
    }
}
