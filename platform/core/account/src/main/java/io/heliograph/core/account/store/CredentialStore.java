package io.heliograph.core.account.store;

import io.heliograph.core.crypto.SealContext;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.tx.Sessions;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What identity plugins keep, sealed under the key of the person it belongs to. */
public final class CredentialStore {
    private final Sealer sealer;

    public CredentialStore(Sealer sealer) {
        this.sealer = sealer;
    }

    /** The record. */
    public Optional<byte[]> read(InstanceId instance, String subject) {
        return find(instance, subject)
                .map(row -> sealer.open(new PrincipalId(row.ownerId), context(row.id), row.record));
    }

    /** Keeps or replaces the record. */
    public void write(
            InstanceId instance, String subject, PrincipalId owner, UUID freshId, byte[] record, Instant now) {
        CredentialRow row = new CredentialRow();
        row.instance = instance.value();
        row.subject = subject;
        row.id = freshId;
        row.ownerId = owner.value();
        row.record = sealer.seal(owner, context(freshId), record);
        row.updatedAt = now;
        delete(instance, subject);
        Sessions.current().insert(row);
    }

    /** Forgets the record. */
    public void delete(InstanceId instance, String subject) {
        Sessions.current()
                .createMutationQuery(
                        "delete from CredentialRow c where c.instance = :instance and c.subject = :subject")
                .setParameter("instance", instance.value())
                .setParameter("subject", subject)
                .executeUpdate();
    }

    /** Which instances keep something of a person, and under which subject. */
    public List<Kept> of(PrincipalId owner) {
        return Sessions.current()
                .createSelectionQuery("from CredentialRow c where c.ownerId = :owner", CredentialRow.class)
                .setParameter("owner", owner.value())
                .getResultList()
                .stream()
                .map(row -> new Kept(row.instance, row.updatedAt))
                .toList();
    }

    /** Forgets everything of a person. */
    public int deleteAll(PrincipalId owner) {
        return Sessions.current()
                .createMutationQuery("delete from CredentialRow c where c.ownerId = :owner")
                .setParameter("owner", owner.value())
                .executeUpdate();
    }

    private static Optional<CredentialRow> find(InstanceId instance, String subject) {
        return Sessions.current()
                .createSelectionQuery(
                        "from CredentialRow c where c.instance = :instance and c.subject = :subject",
                        CredentialRow.class)
                .setParameter("instance", instance.value())
                .setParameter("subject", subject)
                .getResultList()
                .stream()
                .findFirst();
    }

    private static SealContext context(UUID id) {
        return SealContext.field("credential_record.record", id);
    }

    /** That an instance keeps something, never what. */
    public record Kept(String instance, Instant updatedAt) {}
}
