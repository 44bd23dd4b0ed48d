package io.heliograph.core.account.store;

import io.heliograph.core.account.EmailAddress;
import io.heliograph.core.account.Invites;
import io.heliograph.core.account.Role;
import io.heliograph.core.crypto.SealContext;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.tx.Sessions;
import io.heliograph.kernel.InviteId;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.SelectionQuery;

/** Invitations; what they say is sealed under the installation's key, for the person is not one of ours yet. */
public final class InviteStore {
    private final Sealer sealer;

    public InviteStore(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Keeps a new invitation. */
    public void insert(Invites.Entry invite, byte[] tokenHash) {
        InviteRow row = new InviteRow();
        row.id = invite.id().value();
        row.tokenHash = tokenHash;
        row.email = invite.email().map(email -> seal("email", row.id, email)).orElse(null);
        row.role = invite.role().word();
        row.note = invite.note().map(note -> seal("note", row.id, note)).orElse(null);
        row.createdBy = invite.createdBy().map(PrincipalId::value).orElse(null);
        row.createdAt = invite.createdAt();
        row.expiresAt = invite.expiresAt();
        Sessions.current().insert(row);
    }

    /** The invitation of a token, whatever its state. */
    public Optional<Invites.Entry> byToken(byte[] tokenHash) {
        return query("from InviteRow i where i.tokenHash = :hash")
                .setParameter("hash", tokenHash)
                .getResultList()
                .stream()
                .map(this::entry)
                .findFirst();
    }

    /** Invitations, newest first, before a position. */
    public List<Invites.Entry> page(Optional<Instant> beforeTime, Optional<UUID> beforeId, int limit) {
        String before =
                beforeTime.isPresent() ? " where i.createdAt < :time or (i.createdAt = :time and i.id < :id)" : "";
        SelectionQuery<InviteRow> query = query("from InviteRow i" + before + " order by i.createdAt desc, i.id desc")
                .setMaxResults(limit);
        if (beforeTime.isPresent()) {
            query.setParameter("time", beforeTime.get()).setParameter("id", beforeId.orElseThrow());
        }
        return query.getResultList().stream().map(this::entry).toList();
    }

    /** Uses an invitation. @return false if it is no longer open; of two at once one gets true */
    public boolean use(InviteId id, PrincipalId by, Instant now) {
        return Sessions.current()
                        .createMutationQuery("update InviteRow i set i.usedAt = :now, i.usedBy = :by where i.id = :id"
                                + " and i.usedAt is null and i.revokedAt is null and i.expiresAt > :now")
                        .setParameter("now", now)
                        .setParameter("by", by.value())
                        .setParameter("id", id.value())
                        .executeUpdate()
                == 1;
    }

    /** Counts a refusal and closes the invitation at the {@code most}-th. */
    public void refused(InviteId id, int most, Instant now) {
        Sessions.current()
                .createMutationQuery(
                        "update InviteRow i set i.refusals = i.refusals + 1,"
                                + " i.revokedAt = case when i.refusals >= :most then :now else i.revokedAt end where i.id = :id")
                .setParameter("most", most)
                .setParameter("now", now)
                .setParameter("id", id.value())
                .executeUpdate();
    }

    /** Takes an open invitation back. */
    public boolean revoke(InviteId id, Instant now) {
        return Sessions.current()
                        .createMutationQuery("update InviteRow i set i.revokedAt = :now where i.id = :id"
                                + " and i.usedAt is null and i.revokedAt is null and i.expiresAt > :now")
                        .setParameter("now", now)
                        .setParameter("id", id.value())
                        .executeUpdate()
                == 1;
    }

    /** Removes the invitation a person came with, and their name from those they made. */
    public int erase(PrincipalId owner) {
        Sessions.current()
                .createMutationQuery("update InviteRow i set i.createdBy = null where i.createdBy = :owner")
                .setParameter("owner", owner.value())
                .executeUpdate();
        return Sessions.current()
                .createMutationQuery("delete from InviteRow i where i.usedBy = :owner")
                .setParameter("owner", owner.value())
                .executeUpdate();
    }

    /** Removes invitations that ended before {@code before}. */
    public int sweep(Instant before, int limit) {
        return Sessions.current()
                .createNativeMutationQuery("delete from invite where expires_at <= ?1 limit " + limit)
                .setParameter(1, before)
                .executeUpdate();
    }

    private byte[] seal(String column, UUID id, String text) {
        return sealer.sealText(Sealer.INSTALLATION, SealContext.field("invite." + column, id), text);
    }

    private String open(String column, UUID id, byte[] sealed) {
        return sealer.openText(Sealer.INSTALLATION, SealContext.field("invite." + column, id), sealed);
    }

    private static SelectionQuery<InviteRow> query(String hql) {
        return Sessions.current().createSelectionQuery(hql, InviteRow.class);
    }

    private Invites.Entry entry(InviteRow row) {
        return new Invites.Entry(
                new InviteId(row.id),
                Optional.ofNullable(row.email)
                        .map(bytes -> open("email", row.id, bytes))
                        .flatMap(EmailAddress::parse)
                        .map(EmailAddress::value),
                Role.of(row.role).orElse(Role.USER),
                Optional.ofNullable(row.note).map(bytes -> open("note", row.id, bytes)),
                Optional.ofNullable(row.createdBy).map(PrincipalId::new),
                row.createdAt,
                row.expiresAt,
                Optional.ofNullable(row.usedAt),
                Optional.ofNullable(row.revokedAt));
    }
}
