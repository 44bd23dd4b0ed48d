package io.heliograph.core.account.store;

import io.heliograph.core.account.EmailAddress;
import io.heliograph.core.account.Person;
import io.heliograph.core.account.Role;
import io.heliograph.core.crypto.SealContext;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.tx.Sessions;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Principals and persons. */
public final class PersonStore {
    private static final String ACTIVE = "active";
    private static final String SUSPENDED = "suspended";
    private static final String ERASED = "erased";

    private final Sealer sealer;
    private final InstallationSecrets secrets;

    public PersonStore(Sealer sealer, InstallationSecrets secrets) {
        this.sealer = sealer;
        this.secrets = secrets;
    }

    /** Keeps a new person. @return false if the address is taken */
    public boolean insert(
            PrincipalId id, EmailAddress email, boolean confirmed, Role role, Locale locale, Instant now) {
        int inserted = Sessions.current()
                .createNativeMutationQuery("insert ignore into person"
                        + " (principal_id, email, email_hash, email_confirmed, role, locale, created_at, password_changed_at)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)")
                .setParameter(1, io.heliograph.kernel.Uuids.bytes(id.value()))
                .setParameter(2, seal(id, "email", email.value()))
                .setParameter(3, secrets.hash(email.value()))
                .setParameter(4, confirmed)
                .setParameter(5, role.word())
                .setParameter(6, locale.toLanguageTag())
                .setParameter(7, now)
                .executeUpdate();
        if (inserted == 0) {
            return false;
        }
        PrincipalRow principal = new PrincipalRow();
        principal.id = id.value();
        principal.kind = "person";
        principal.state = ACTIVE;
        Sessions.current().insert(principal);
        return true;
    }

    /** The person; empty for unknown and erased ones. */
    public Optional<Person> find(PrincipalId id) {
        return query("from PersonRow p where p.principalId = :id")
                .setParameter("id", id.value())
                .getResultList()
                .stream()
                .map(this::person)
                .findFirst();
    }

    /** Whose address it is. */
    public Optional<PrincipalId> byEmail(EmailAddress email) {
        return Sessions.current()
                .createSelectionQuery("select p.principalId from PersonRow p where p.emailHash = :hash", UUID.class)
                .setParameter("hash", secrets.hash(email.value()))
                .getResultList()
                .stream()
                .map(PrincipalId::new)
                .findFirst();
    }

    /** People, newest first, before a position. */
    public List<Person> page(
            Optional<Instant> beforeTime,
            Optional<UUID> beforeId,
            Optional<Role> role,
            Optional<Boolean> suspended,
            int limit) {
        StringBuilder hql = new StringBuilder("from PersonRow p where 1 = 1");
        beforeTime.ifPresent(
                t -> hql.append(" and (p.createdAt < :time or (p.createdAt = :time and p.principalId < :id))"));
        role.ifPresent(r -> hql.append(" and p.role = :role"));
        suspended.ifPresent(s -> hql.append(s ? " and p.suspendedAt is not null" : " and p.suspendedAt is null"));
        hql.append(" order by p.createdAt desc, p.principalId desc");
        SelectionQuery<PersonRow> query = query(hql.toString()).setMaxResults(limit);
        beforeTime.ifPresent(t -> query.setParameter("time", t));
        if (beforeTime.isPresent()) {
            beforeId.ifPresent(id -> query.setParameter("id", id));
        }
        role.ifPresent(r -> query.setParameter("role", r.word()));
        return query.getResultList().stream().map(this::person).toList();
    }

    /** Locks all administrators and answers how many of them can sign in: the last one must stay. */
    public long lockActiveAdministrators() {
        return Sessions.current()
                .createNativeQuery(
                        "select principal_id from person where role = 'admin' and suspended_at is null for update",
                        byte[].class)
                .getResultList()
                .size();
    }

    /** Whether anybody is an administrator. */
    public boolean anyAdministrator() {
        return !Sessions.current()
                .createSelectionQuery("select p.principalId from PersonRow p where p.role = 'admin'", UUID.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public void setRole(PrincipalId id, Role role) {
        update("update PersonRow p set p.role = :value where p.principalId = :id", id, role.word());
    }

    public void setLocale(PrincipalId id, Locale locale) {
        update("update PersonRow p set p.locale = :value where p.principalId = :id", id, locale.toLanguageTag());
    }

    public void passwordChanged(PrincipalId id, Instant at) {
        update("update PersonRow p set p.passwordChangedAt = :value where p.principalId = :id", id, at);
    }

    public void seen(PrincipalId id, Instant at) {
        update("update PersonRow p set p.lastSeenAt = :value where p.principalId = :id", id, at);
    }

    public void emailConfirmed(PrincipalId id) {
        update("update PersonRow p set p.emailConfirmed = :value where p.principalId = :id", id, true);
    }

    public void setPendingEmail(PrincipalId id, EmailAddress email) {
        update(
                "update PersonRow p set p.pendingEmail = :value where p.principalId = :id",
                id,
                seal(id, "pending_email", email.value()));
    }

    /** Makes the pending address the address. @return false if another account has it by now */
    public boolean takePendingEmail(PrincipalId id, EmailAddress email) {
        byte[] key = io.heliograph.kernel.Uuids.bytes(id.value());
        byte[] hash = secrets.hash(email.value());
        Sessions.current()
                .createNativeMutationQuery("update ignore person set email = ?2, email_hash = ?3,"
                        + " email_confirmed = true, pending_email = null where principal_id = ?1")
                .setParameter(1, key)
                .setParameter(2, seal(id, "email", email.value()))
                .setParameter(3, hash)
                .executeUpdate();
        // The driver counts rows that were found, not rows that were changed: only a look tells whether it was taken.
        return Sessions.current()
                        .createNativeQuery(
                                "select count(*) from person where principal_id = ?1 and email_hash = ?2", Long.class)
                        .setParameter(1, key)
                        .setParameter(2, hash)
                        .getSingleResult()
                == 1;
    }

    /** Locks out, or lets in again where {@code reason} is null; moves the epoch either way. */
    public void suspend(PrincipalId id, @Nullable String reason, @Nullable Instant at) {
        Sessions.current()
                .createMutationQuery("update PersonRow p set p.suspendedAt = :at, p.suspendReason = :reason"
                        + " where p.principalId = :id")
                .setParameter("at", at)
                .setParameter("reason", reason == null ? null : seal(id, "suspend_reason", reason))
                .setParameter("id", id.value())
                .executeUpdate();
        move(id, reason == null ? ACTIVE : SUSPENDED);
    }

    /** Marks a principal as being erased: nobody signs in any more. */
    public void erasing(PrincipalId id) {
        move(id, ERASED);
    }

    private static void move(PrincipalId id, String state) {
        Sessions.current()
                .createMutationQuery(
                        "update PrincipalRow p set p.state = :state, p.epoch = p.epoch + 1 where p.id = :id")
                .setParameter("state", state)
                .setParameter("id", id.value())
                .executeUpdate();
    }

    /** Whether the principal may act, and its revocation epoch; empty for an unknown one. */
    public static Optional<Standing> standing(PrincipalId id) {
        return Sessions.current()
                .createSelectionQuery("from PrincipalRow p where p.id = :id", PrincipalRow.class)
                .setParameter("id", id.value())
                .getResultList()
                .stream()
                .map(row -> new Standing(row.state.equals(ACTIVE), row.state.equals(ERASED), row.epoch))
                .findFirst();
    }

    /** Removes the person's row; the principal's stays, as a number that leads to nobody. */
    public int delete(PrincipalId id) {
        return Sessions.current()
                .createMutationQuery("delete from PersonRow p where p.principalId = :id")
                .setParameter("id", id.value())
                .executeUpdate();
    }

    private static void update(String hql, PrincipalId id, Object value) {
        Sessions.current()
                .createMutationQuery(hql)
                .setParameter("value", value)
                .setParameter("id", id.value())
                .executeUpdate();
    }

    private static SelectionQuery<PersonRow> query(String hql) {
        return Sessions.current().createSelectionQuery(hql, PersonRow.class);
    }

    private byte[] seal(PrincipalId id, String column, String text) {
        return sealer.sealText(id, SealContext.field("person." + column, id.value()), text);
    }

    private String open(PrincipalId id, String column, byte[] sealed) {
        return sealer.openText(id, SealContext.field("person." + column, id.value()), sealed);
    }

    private Person person(PersonRow row) {
        PrincipalId id = new PrincipalId(row.principalId);
        Optional<Person.Suspension> suspension = Optional.empty();
        if (row.suspendedAt != null && row.suspendReason != null) {
            suspension =
                    Optional.of(new Person.Suspension(open(id, "suspend_reason", row.suspendReason), row.suspendedAt));
        }
        return new Person(
                id,
                open(id, "email", row.email),
                row.emailConfirmed,
                Optional.ofNullable(row.pendingEmail).map(bytes -> open(id, "pending_email", bytes)),
                Role.of(row.role).orElse(Role.USER),
                Locale.forLanguageTag(row.locale),
                row.createdAt,
                Optional.ofNullable(row.passwordChangedAt),
                Optional.ofNullable(row.lastSeenAt),
                suspension);
    }

    /**
     * Where a principal stands.
     *
     * @param active whether it may act
     * @param erased whether it is gone, or being erased
     */
    public record Standing(boolean active, boolean erased, long epoch) {}
}
