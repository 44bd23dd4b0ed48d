package io.heliograph.core.audit.store;

import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.inventory.Stored;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One row of the security record. */
@Entity
@Table(name = "audit_entry")
@Stored(category = DataCategory.AUDIT)
public class AuditRow {
    private static final int MAX_DETAILS = 20;
    private static final int MAX_VALUE_CHARS = 200;

    @Id
    long seq;

    Instant occurredAt = Instant.EPOCH;

    @Nullable
    UUID actorId;

    String action = "";
    String subject = "";

    @Nullable
    UUID ownerId;

    String outcome = "";
    String details = "";
    byte[] chain = new byte[0];

    /** For the ORM. */
    protected AuditRow() {}

    AuditRow(AuditEntry entry, byte[] previous) {
        this.seq = entry.seq();
        this.occurredAt = entry.occurredAt();
        this.actorId = entry.actor() == null ? null : entry.actor().value();
        this.action = entry.action();
        this.subject = entry.subject();
        this.ownerId = entry.owner() == null ? null : entry.owner().value();
        this.outcome = entry.outcome().name();
        this.details = write(entry.details());
        this.chain = link(previous);
    }

    /** The hash of this row and of the one before it. */
    final byte[] link(byte[] previous) {
        String line = String.join(
                "\u001f",
                Long.toString(seq),
                occurredAt.toString(),
                String.valueOf(actorId),
                action,
                subject,
                String.valueOf(ownerId),
                outcome,
                details);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            return digest.digest(line.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    AuditEntry entry() {
        return new AuditEntry(
                seq,
                occurredAt,
                actorId == null ? null : new PrincipalId(actorId),
                action,
                subject,
                ownerId == null ? null : new PrincipalId(ownerId),
                AuditEntry.Outcome.valueOf(outcome),
                read(details));
    }

    private static String write(Map<String, String> details) {
        if (details.size() > MAX_DETAILS) {
            throw new IllegalArgumentException("an audit entry has at most " + MAX_DETAILS + " details");
        }
        return new TreeMap<>(details)
                .entrySet().stream()
                        .map(e -> e.getKey() + "\u001e" + clip(e.getValue()))
                        .collect(Collectors.joining("\u001f"));
    }

    private static String clip(String value) {
        return value.length() <= MAX_VALUE_CHARS ? value : value.substring(0, MAX_VALUE_CHARS);
    }

    private static Map<String, String> read(String text) {
        Map<String, String> details = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            for (String pair : text.split("\u001f", -1)) {
                int at = pair.indexOf('\u001e');
                details.put(pair.substring(0, at), pair.substring(at + 1));
            }
        }
        return details;
    }
}
