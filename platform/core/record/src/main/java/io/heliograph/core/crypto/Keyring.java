package io.heliograph.core.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.heliograph.core.database.StartProblem;
import io.heliograph.core.event.EventBus;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.PrincipalId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds, makes and destroys the keys of principals. Unwrapped keys are cached for ten minutes after their last use, and
 * only once the transaction that made them has committed: a key that was rolled back must not seal anything.
 */
final class Keyring {
    static final String TOPIC = "principal-key";
    private static final Duration CACHED = Duration.ofMinutes(10);
    private static final int CACHE_SIZE = 20_000;
    private static final int REWRAP_BATCH = 200;

    private final Tx tx;
    private final KeyTable table;
    private final EventBus bus;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();
    private final Cache<PrincipalId, PrincipalKey> cache = Caffeine.newBuilder()
            .maximumSize(CACHE_SIZE)
            .expireAfterAccess(CACHED)
            .build();
    private volatile MasterKey master;

    Keyring(Tx tx, KeyTable table, EventBus bus, Ids ids, MasterKey master) {
        this.tx = tx;
        this.table = table;
        this.bus = bus;
        this.ids = ids;
        this.master = master;
        bus.subscribe(TOPIC, key -> PrincipalId.parse(key).ifPresent(cache::invalidate));
    }

    /** Refuses a master key that does not fit what is kept; finishes a rotation that was cut off. */
    void check(boolean service) {
        Set<String> needed = tx.required(table::masters);
        for (String id : needed) {
            if (!master.ids().contains(id)) {
                throw new StartProblem(
                        "The master key does not fit this database: keys in it were wrapped by another (" + id + ").",
                        "Put back the master key that belongs to this database; without it nothing sealed can be read.");
            }
        }
        if (service) {
            rewrapAll();
            master = master.keepOnly(tx.required(table::masters));
        }
    }

    /** The key of {@code owner}, made if there is none. @throws KeyDestroyedException if it was destroyed */
    PrincipalKey of(PrincipalId owner) {
        PrincipalKey cached = cache.getIfPresent(owner);
        return cached != null ? cached : tx.required(() -> load(owner));
    }

    private PrincipalKey load(PrincipalId owner) {
        KeyTable.Wrapped row = table.find(owner).orElseGet(() -> make(owner));
        byte @Nullable [] wrapped = row.wrapped();
        if (wrapped == null) {
            throw new KeyDestroyedException(owner);
        }
        PrincipalKey key = new PrincipalKey(row.keyId(), unwrap(owner, row, wrapped));
        Tx.afterCommit(() -> cache.put(owner, key));
        return key;
    }

    private KeyTable.Wrapped make(PrincipalId owner) {
        byte[] secret = new byte[PrincipalKey.SECRET_BYTES];
        random.nextBytes(secret);
        UUID keyId = ids.next();
        table.insertIfAbsent(owner, wrap(owner, keyId, secret));
        return table.find(owner).orElseThrow(() -> new IllegalStateException("a key just kept is not there"));
    }

    private KeyTable.Wrapped wrap(PrincipalId owner, UUID keyId, byte[] secret) {
        MasterKey now = master;
        return new KeyTable.Wrapped(keyId, now.activeId(), now.wrap(secret, PrincipalKey.wrapContext(owner, keyId)));
    }

    private byte[] unwrap(PrincipalId owner, KeyTable.Wrapped row, byte[] wrapped) {
        byte[] context = PrincipalKey.wrapContext(owner, row.keyId());
        Optional<byte[]> secret = master.unwrap(row.masterId(), wrapped, context);
        if (secret.isEmpty()) {
            // Another process may have rotated the master key since we read it.
            master = master.reread();
            secret = master.unwrap(row.masterId(), wrapped, context);
        }
        return secret.orElseThrow(
                () -> new SealBrokenException("the master key " + row.masterId() + " is not at hand"));
    }

    void destroy(PrincipalId owner) {
        tx.required(() -> {
            table.destroy(owner);
            Tx.afterCommit(() -> {
                cache.invalidate(owner);
                bus.publish(TOPIC, owner.toString());
            });
        });
    }

    boolean destroyed(PrincipalId owner) {
        return tx.required(
                () -> table.find(owner).filter(row -> row.wrapped() == null).isPresent());
    }

    long rotate() {
        master = master.withNewKey();
        return rewrapAll();
    }

    private long rewrapAll() {
        long count = 0;
        while (true) {
            int done = tx.required(() -> {
                List<KeyTable.Owned> batch = table.wrappedByOthers(master.activeId(), REWRAP_BATCH);
                for (KeyTable.Owned owned : batch) {
                    byte @Nullable [] wrapped = owned.key().wrapped();
                    if (wrapped != null) {
                        byte[] secret = unwrap(owned.owner(), owned.key(), wrapped);
                        table.rewrap(
                                owned.owner(), wrap(owned.owner(), owned.key().keyId(), secret));
                    }
                }
                return batch.size();
            });
            count += done;
            if (done < REWRAP_BATCH) {
                return count;
            }
        }
    }
}
