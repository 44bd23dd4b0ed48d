package io.heliograph.core.event.store;

import io.heliograph.core.event.Event;
import io.heliograph.core.inventory.Stored;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One row of the event log. */
@Entity
@Table(name = "event")
@IdClass(EventRow.Key.class)
@Stored(category = DataCategory.ACCESS)
public class EventRow {
    @Id
    UUID principalId = new UUID(0, 0);

    @Id
    long seq;

    String type = "";
    String json = "";
    Instant occurredAt = Instant.EPOCH;

    /** For the ORM. */
    protected EventRow() {}

    EventRow(Event event) {
        this.principalId = event.principal().value();
        this.seq = event.seq();
        this.type = event.type();
        this.json = event.json();
        this.occurredAt = event.occurredAt();
    }

    Event event() {
        return new Event(new PrincipalId(principalId), seq, type, json, occurredAt);
    }

    /** Primary key. */
    public record Key(UUID principalId, long seq) implements Serializable {}
}
