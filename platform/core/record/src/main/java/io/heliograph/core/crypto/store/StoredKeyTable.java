package io.heliograph.core.crypto.store;

import io.heliograph.core.crypto.KeyTable;
import io.heliograph.core.tx.Sessions;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.Uuids;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The table {@code principal_key}. */
public final class StoredKeyTable implements KeyTable {
    private static final byte[] NO_KEY = new byte[16];

    @Override
    public Optional<Wrapped> find(PrincipalId owner) {
        return query("select principal_id, key_id, master_id, wrapped from principal_key where principal_id = ?1")
                .setParameter(1, Uuids.bytes(owner.value()))
                .getResultList()
                .stream()
                .map(StoredKeyTable::owned)
                .map(Owned::key)
                .findFirst();
    }

    @Override
    public void insertIfAbsent(PrincipalId owner, Wrapped key) {
        Sessions.current()
                .createNativeMutationQuery(
                        "insert ignore into principal_key"
                                + " (principal_id, key_id, master_id, wrapped, created_at) values (?1, ?2, ?3, ?4, utc_timestamp(6))")
                .setParameter(1, Uuids.bytes(owner.value()))
                .setParameter(2, Uuids.bytes(key.keyId()))
                .setParameter(3, key.masterId())
                .setParameter(4, key.wrapped())
                .executeUpdate();
    }

    @Override
    public void destroy(PrincipalId owner) {
        Sessions.current()
                .createNativeMutationQuery("insert into principal_key"
                        + " (principal_id, key_id, master_id, wrapped, created_at, destroyed_at)"
                        + " values (?1, ?2, '', null, utc_timestamp(6), utc_timestamp(6))"
                        + " on duplicate key update wrapped = null, master_id = '',"
                        + " destroyed_at = coalesce(destroyed_at, utc_timestamp(6))")
                .setParameter(1, Uuids.bytes(owner.value()))
                .setParameter(2, NO_KEY)
                .executeUpdate();
    }

    @Override
    public List<Owned> wrappedByOthers(String masterId, int limit) {
        return query("select principal_id, key_id, master_id, wrapped from principal_key"
                        + " where master_id <> ?1 and wrapped is not null order by principal_id limit " + limit
                        + " for update")
                .setParameter(1, masterId)
                .getResultList()
                .stream()
                .map(StoredKeyTable::owned)
                .toList();
    }

    @Override
    public void rewrap(PrincipalId owner, Wrapped key) {
        Sessions.current()
                .createNativeMutationQuery(
                        "update principal_key set master_id = ?2, wrapped = ?3 where principal_id = ?1 and wrapped is not null")
                .setParameter(1, Uuids.bytes(owner.value()))
                .setParameter(2, key.masterId())
                .setParameter(3, key.wrapped())
                .executeUpdate();
    }

    @Override
    public Set<String> masters() {
        return Set.copyOf(Sessions.current()
                .createNativeQuery(
                        "select distinct master_id from principal_key where wrapped is not null", String.class)
                .getResultList());
    }

    private static NativeQuery<Object[]> query(String sql) {
        return Sessions.current().createNativeQuery(sql, Object[].class);
    }

    private static Owned owned(Object[] row) {
        byte @Nullable [] wrapped = (byte @Nullable []) row[3];
        return new Owned(
                new PrincipalId(Uuids.of((byte[]) row[0])),
                new Wrapped(Uuids.of((byte[]) row[1]), (String) row[2], wrapped));
    }
}
