package io.heliograph.core.account.store;

import io.heliograph.core.account.Mailbox;
import io.heliograph.core.crypto.SealContext;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.tx.Sessions;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** The outbox, sealed under the key of the person written to. */
public final class MailStore {
    private final Sealer sealer;

    public MailStore(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Keeps a new mail. */
    public void insert(Mailbox.Entry mail, String body) {
        MailRow row = new MailRow();
        row.id = mail.id();
        row.ownerId = mail.owner().value();
        row.kind = mail.kind();
        row.recipient = seal(mail.owner(), "recipient", row.id, mail.recipient());
        row.subject = seal(mail.owner(), "subject", row.id, mail.subject());
        row.body = seal(mail.owner(), "body", row.id, body);
        row.state = mail.state().name();
        row.nextAttemptAt = mail.createdAt();
        row.createdAt = mail.createdAt();
        Sessions.current().insert(row);
    }

    /** Mails, newest first, before a position. */
    public List<Mailbox.Entry> page(
            Optional<Mailbox.State> state, Optional<Instant> beforeTime, Optional<UUID> beforeId, int limit) {
        StringBuilder hql = new StringBuilder("from MailRow m where 1 = 1");
        state.ifPresent(s -> hql.append(" and m.state = :state"));
        beforeTime.ifPresent(t -> hql.append(" and (m.createdAt < :time or (m.createdAt = :time and m.id < :id))"));
        SelectionQuery<MailRow> query = query(
                        hql.append(" order by m.createdAt desc, m.id desc").toString())
                .setMaxResults(limit);
        state.ifPresent(s -> query.setParameter("state", s.name()));
        if (beforeTime.isPresent()) {
            query.setParameter("time", beforeTime.get()).setParameter("id", beforeId.orElseThrow());
        }
        return query.getResultList().stream().map(this::entry).toList();
    }

    /** One mail with its text. */
    public Optional<Mailbox.Letter> letter(UUID id) {
        return query("from MailRow m where m.id = :id").setParameter("id", id).getResultList().stream()
                .map(row ->
                        new Mailbox.Letter(entry(row), open(new PrincipalId(row.ownerId), "body", row.id, row.body)))
                .findFirst();
    }

    /** Waiting mails that are due. */
    public List<UUID> due(Instant now, int limit) {
        return Sessions.current()
                .createSelectionQuery(
                        "select m.id from MailRow m where m.state = 'WAITING' and m.nextAttemptAt <= :now"
                                + " order by m.nextAttemptAt",
                        UUID.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Takes a waiting mail for one attempt: nobody else tries before {@code next}. */
    public boolean claim(UUID id, Instant now, Instant next) {
        return Sessions.current()
                        .createMutationQuery("update MailRow m set m.attempts = m.attempts + 1, m.nextAttemptAt = :next"
                                + " where m.id = :id and m.state = 'WAITING' and m.nextAttemptAt <= :now")
                        .setParameter("next", next)
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Notes how an attempt ended. */
    public void ended(UUID id, Mailbox.State state, @Nullable Instant sentAt, @Nullable String failure) {
        Sessions.current()
                .createMutationQuery(
                        "update MailRow m set m.state = :state, m.sentAt = :sent, m.failure = :failure where m.id = :id")
                .setParameter("state", state.name())
                .setParameter("sent", sentAt)
                .setParameter("failure", failure)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Removes mails written before {@code before}. */
    public int sweep(Instant before, int limit) {
        return Sessions.current()
                .createNativeMutationQuery("delete from mail where created_at < ?1 order by created_at limit " + limit)
                .setParameter(1, before)
                .executeUpdate();
    }

    /** How many are older than {@code before}. */
    public long olderThan(Instant before) {
        return Sessions.current()
                .createSelectionQuery("select count(m) from MailRow m where m.createdAt < :before", Long.class)
                .setParameter("before", before)
                .getSingleResult();
    }

    /** Removes all mails to a person. */
    public int deleteAll(PrincipalId owner) {
        return Sessions.current()
                .createMutationQuery("delete from MailRow m where m.ownerId = :owner")
                .setParameter("owner", owner.value())
                .executeUpdate();
    }

    /** How many mails to a person are kept. */
    public long count(PrincipalId owner) {
        return Sessions.current()
                .createSelectionQuery("select count(m) from MailRow m where m.ownerId = :owner", Long.class)
                .setParameter("owner", owner.value())
                .getSingleResult();
    }

    private static SelectionQuery<MailRow> query(String hql) {
        return Sessions.current().createSelectionQuery(hql, MailRow.class);
    }

    private byte[] seal(PrincipalId owner, String column, UUID id, String text) {
        return sealer.sealText(owner, SealContext.field("mail." + column, id), text);
    }

    private String open(PrincipalId owner, String column, UUID id, byte[] sealed) {
        return sealer.openText(owner, SealContext.field("mail." + column, id), sealed);
    }

    private Mailbox.Entry entry(MailRow row) {
        PrincipalId owner = new PrincipalId(row.ownerId);
        return new Mailbox.Entry(
                row.id,
                owner,
                row.kind,
                open(owner, "recipient", row.id, row.recipient),
                open(owner, "subject", row.id, row.subject),
                Mailbox.State.valueOf(row.state),
                row.attempts,
                row.createdAt,
                Optional.ofNullable(row.sentAt),
                Optional.ofNullable(row.failure));
    }
}
