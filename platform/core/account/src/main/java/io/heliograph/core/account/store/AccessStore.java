package io.heliograph.core.account.store;

import io.heliograph.core.account.ApiKeys;
import io.heliograph.core.account.BrowserSessions;
import io.heliograph.core.account.Client;
import io.heliograph.core.account.Permission;
import io.heliograph.core.crypto.SealContext;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.tx.Sessions;
import io.heliograph.kernel.ApiKeyId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.SessionId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sessions and keys for programs. */
public final class AccessStore {
    private static final int LONGEST_LIST = 100;

    private final Sealer sealer;

    public AccessStore(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Keeps a new session. */
    public void insertSession(
            SessionId id, PrincipalId owner, byte[] tokenHash, Client client, Instant now, Instant idle, Instant end) {
        SessionRow row = new SessionRow();
        row.id = id.value();
        row.principalId = owner.value();
        row.tokenHash = tokenHash;
        row.device = client.device();
        row.address = client.address();
        row.createdAt = now;
        row.lastSeenAt = now;
        row.idleUntil = idle;
        row.expiresAt = end;
        Sessions.current().insert(row);
    }

    /** The session of a token that has not ended. */
    public Optional<BrowserSessions.Entry> session(byte[] tokenHash, Instant now) {
        return Sessions.current()
                .createSelectionQuery(
                        "from SessionRow s where s.tokenHash = :hash and s.idleUntil > :now and s.expiresAt > :now",
                        SessionRow.class)
                .setParameter("hash", tokenHash)
                .setParameter("now", now)
                .getResultList()
                .stream()
                .map(AccessStore::entry)
                .findFirst();
    }

    /** Whose a session is that has not ended. */
    public static Optional<PrincipalId> sessionOwner(UUID session, Instant now) {
        return Sessions.current()
                .createSelectionQuery(
                        "select s.principalId from SessionRow s where s.id = :id and s.expiresAt > :now"
                                + " and s.idleUntil > :now",
                        UUID.class)
                .setParameter("id", session)
                .setParameter("now", now)
                .getResultList()
                .stream()
                .map(PrincipalId::new)
                .findFirst();
    }

    /** The sessions of a person that have not ended, last used first, at most 100. */
    public List<BrowserSessions.Entry> sessions(PrincipalId owner, Instant now) {
        return Sessions.current()
                .createSelectionQuery(
                        "from SessionRow s where s.principalId = :owner and s.idleUntil > :now and s.expiresAt > :now"
                                + " order by s.lastSeenAt desc, s.id",
                        SessionRow.class)
                .setParameter("owner", owner.value())
                .setParameter("now", now)
                .setMaxResults(LONGEST_LIST)
                .getResultList()
                .stream()
                .map(AccessStore::entry)
                .toList();
    }

    /** Notes a use. */
    public void touchSession(SessionId id, Instant now, Instant idle, String address) {
        Sessions.current()
                .createMutationQuery("update SessionRow s set s.lastSeenAt = :now, s.idleUntil = :idle,"
                        + " s.address = :address where s.id = :id")
                .setParameter("now", now)
                .setParameter("idle", idle)
                .setParameter("address", address)
                .setParameter("id", id.value())
                .executeUpdate();
    }

    /** Token hashes of a person's sessions, to forget them in caches. */
    public List<byte[]> sessionHashes(PrincipalId owner) {
        return Sessions.current()
                .createSelectionQuery("select s.tokenHash from SessionRow s where s.principalId = :owner", byte[].class)
                .setParameter("owner", owner.value())
                .getResultList();
    }

    /** Ends one session of a person, or all but one. @return how many ended */
    public int deleteSessions(PrincipalId owner, @Nullable SessionId only, @Nullable SessionId except) {
        StringBuilder hql = new StringBuilder("delete from SessionRow s where s.principalId = :owner");
        if (only != null) {
            hql.append(" and s.id = :only");
        }
        if (except != null) {
            hql.append(" and s.id <> :except");
        }
        var query = Sessions.current().createMutationQuery(hql.toString()).setParameter("owner", owner.value());
        if (only != null) {
            query.setParameter("only", only.value());
        }
        if (except != null) {
            query.setParameter("except", except.value());
        }
        return query.executeUpdate();
    }

    /** Removes sessions that ended before {@code now}. */
    public int sweepSessions(Instant now, int limit) {
        return Sessions.current()
                .createNativeMutationQuery(
                        "delete from session where expires_at <= ?1 or idle_until <= ?1 limit " + limit)
                .setParameter(1, now)
                .executeUpdate();
    }

    /** How many sessions are kept past their end. */
    public long overdueSessions(Instant now) {
        return Sessions.current()
                .createSelectionQuery(
                        "select count(s) from SessionRow s where s.expiresAt <= :now or s.idleUntil <= :now",
                        Long.class)
                .setParameter("now", now)
                .getSingleResult();
    }

    /** Keeps a new key. */
    public void insertKey(ApiKeys.Entry key, byte[] secretHash) {
        ApiKeyRow row = new ApiKeyRow();
        row.id = key.id().value();
        row.principalId = key.owner().value();
        row.name = sealer.sealText(key.owner(), nameContext(row.id), key.name());
        row.prefix = key.prefix();
        row.secretHash = secretHash;
        row.scopes = key.scopes().stream().map(Permission::word).sorted().collect(Collectors.joining(" "));
        row.createdAt = key.createdAt();
        row.expiresAt = key.expiresAt().orElse(null);
        Sessions.current().insert(row);
    }

    /** The key of a secret, whether or not it still works. */
    public Optional<ApiKeys.Entry> key(byte[] secretHash) {
        return Sessions.current()
                .createSelectionQuery("from ApiKeyRow k where k.secretHash = :hash", ApiKeyRow.class)
                .setParameter("hash", secretHash)
                .getResultList()
                .stream()
                .map(this::entry)
                .findFirst();
    }

    /** The keys of a person, newest first, at most 100. */
    public List<ApiKeys.Entry> keys(PrincipalId owner) {
        return Sessions.current()
                .createSelectionQuery(
                        "from ApiKeyRow k where k.principalId = :owner order by k.createdAt desc, k.id desc",
                        ApiKeyRow.class)
                .setParameter("owner", owner.value())
                .setMaxResults(LONGEST_LIST)
                .getResultList()
                .stream()
                .map(this::entry)
                .toList();
    }

    /** Secret hashes of a person's keys, to forget them in caches. */
    public List<byte[]> keyHashes(PrincipalId owner) {
        return Sessions.current()
                .createSelectionQuery("select k.secretHash from ApiKeyRow k where k.principalId = :owner", byte[].class)
                .setParameter("owner", owner.value())
                .getResultList();
    }

    /** Notes a use. */
    public void touchKey(ApiKeyId id, Instant now) {
        Sessions.current()
                .createMutationQuery("update ApiKeyRow k set k.lastUsedAt = :now where k.id = :id")
                .setParameter("now", now)
                .setParameter("id", id.value())
                .executeUpdate();
    }

    /** Closes a person's key. @return whether it was theirs and open */
    public boolean revokeKey(PrincipalId owner, ApiKeyId id, Instant now) {
        return Sessions.current()
                        .createMutationQuery("update ApiKeyRow k set k.revokedAt = :now"
                                + " where k.id = :id and k.principalId = :owner and k.revokedAt is null")
                        .setParameter("now", now)
                        .setParameter("id", id.value())
                        .setParameter("owner", owner.value())
                        .executeUpdate()
                == 1;
    }

    /** Removes all keys of a person. */
    public int deleteKeys(PrincipalId owner) {
        return Sessions.current()
                .createMutationQuery("delete from ApiKeyRow k where k.principalId = :owner")
                .setParameter("owner", owner.value())
                .executeUpdate();
    }

    private static SealContext nameContext(UUID id) {
        return SealContext.field("api_key.name", id);
    }

    private static BrowserSessions.Entry entry(SessionRow row) {
        return new BrowserSessions.Entry(
                new SessionId(row.id),
                new PrincipalId(row.principalId),
                row.device,
                row.address,
                row.createdAt,
                row.lastSeenAt,
                row.idleUntil,
                row.expiresAt);
    }

    private ApiKeys.Entry entry(ApiKeyRow row) {
        PrincipalId owner = new PrincipalId(row.principalId);
        Set<Permission> scopes = Arrays.stream(row.scopes.split(" ", -1))
                .flatMap(word -> Permission.of(word).stream())
                .collect(Collectors.toSet());
        return new ApiKeys.Entry(
                new ApiKeyId(row.id),
                owner,
                sealer.openText(owner, nameContext(row.id), row.name),
                row.prefix,
                scopes,
                row.createdAt,
                Optional.ofNullable(row.lastUsedAt),
                Optional.ofNullable(row.expiresAt),
                Optional.ofNullable(row.revokedAt));
    }
}
