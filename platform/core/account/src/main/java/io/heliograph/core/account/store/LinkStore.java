package io.heliograph.core.account.store;

import io.heliograph.core.tx.Sessions;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links that work once: a row is there until it is used, replaced or past its end. */
public final class LinkStore {
    /** Replaces any link of the same purpose and owner. */
    public void replace(
            UUID id, String purpose, byte[] tokenHash, @Nullable PrincipalId owner, Instant now, Instant end) {
        delete(purpose, owner);
        LinkRow row = new LinkRow();
        row.id = id;
        row.purpose = purpose;
        row.tokenHash = tokenHash;
        row.principalId = owner == null ? null : owner.value();
        row.createdAt = now;
        row.expiresAt = end;
        Sessions.current().insert(row);
    }

    /** Whether a link is good, without using it. */
    public boolean good(String purpose, byte[] tokenHash, Instant now) {
        return Sessions.current()
                        .createSelectionQuery(
                                "select count(l) from LinkRow l where l.tokenHash = :hash and l.purpose = :purpose"
                                        + " and l.expiresAt > :now",
                                Long.class)
                        .setParameter("hash", tokenHash)
                        .setParameter("purpose", purpose)
                        .setParameter("now", now)
                        .getSingleResult()
                == 1;
    }

    /** The owner of a good link; empty for none, and for a link without an owner. Does not use it. */
    public Optional<PrincipalId> owner(String purpose, byte[] tokenHash, Instant now) {
        return Sessions.current()
                .createSelectionQuery(
                        "select l.principalId from LinkRow l where l.tokenHash = :hash and l.purpose = :purpose"
                                + " and l.expiresAt > :now and l.principalId is not null",
                        UUID.class)
                .setParameter("hash", tokenHash)
                .setParameter("purpose", purpose)
                .setParameter("now", now)
                .getResultList()
                .stream()
                .map(PrincipalId::new)
                .findFirst();
    }

    /** Uses a link up. @return false if it is unknown, used or past its end; of two at once one gets true */
    public boolean use(String purpose, byte[] tokenHash, Instant now) {
        return Sessions.current()
                        .createMutationQuery("delete from LinkRow l where l.tokenHash = :hash and l.purpose = :purpose"
                                + " and l.expiresAt > :now")
                        .setParameter("hash", tokenHash)
                        .setParameter("purpose", purpose)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Removes the links of a purpose and owner. */
    public int delete(String purpose, @Nullable PrincipalId owner) {
        String hql = "delete from LinkRow l where l.purpose = :purpose and "
                + (owner == null ? "l.principalId is null" : "l.principalId = :owner");
        var query = Sessions.current().createMutationQuery(hql).setParameter("purpose", purpose);
        if (owner != null) {
            query.setParameter("owner", owner.value());
        }
        return query.executeUpdate();
    }

    /** Removes all links of an owner. */
    public int deleteAll(PrincipalId owner) {
        return Sessions.current()
                .createMutationQuery("delete from LinkRow l where l.principalId = :owner")
                .setParameter("owner", owner.value())
                .executeUpdate();
    }

    /** Removes links past their end. */
    public int sweep(Instant now, int limit) {
        return Sessions.current()
                .createNativeMutationQuery("delete from one_time_link where expires_at <= ?1 limit " + limit)
                .setParameter(1, now)
                .executeUpdate();
    }
}
