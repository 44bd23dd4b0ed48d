package io.heliograph.core.account;

import io.heliograph.core.account.store.AccessStore;
import io.heliograph.core.account.store.PersonStore;
import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.cache.HotCache;
import io.heliograph.core.event.EventBus;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.ApiKeyId;
import io.heliograph.kernel.FieldError;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys for programs: {@code hg_} and 256 random bits, kept as a hash, limited to scopes, closed at once. A key never
 * does more than its owner's role allows at that moment.
 *
 * <p>Safe for use by many threads.
 */
public final class ApiKeys {
    /** How every key begins, so that one that leaked is recognised. */
    public static final String PREFIX = "hg_";

    private static final int SHOWN = PREFIX.length() + 6;
    private static final int MOST_KEYS = 100;
    private static final int LONGEST_NAME = 80;
    private static final Duration CACHED = Duration.ofSeconds(10);
    private static final Duration NOTED_EACH = Duration.ofMinutes(1);
    private static final int CACHE_SIZE = 20_000;

    private final Tx tx;
    private final AccessStore access;
    private final PersonStore persons;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;
    private final HotCache<String, Known> cache;

    ApiKeys(
            Tx tx,
            AccessStore access,
            PersonStore persons,
            AuditLog audit,
            EventBus bus,
            Ids ids,
            InstantSource clock) {
        this.tx = tx;
        this.access = access;
        this.persons = persons;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.cache = new HotCache<>(bus, "api-key", CACHE_SIZE, CACHED, key -> key, Optional::of);
    }

    /**
     * Makes a key.
     *
     * @param scopes names of permissions; each must be one of the owner's that a key can carry
     * @param lasts empty: until it is closed
     * @throws ProblemException of type VALIDATION, or CONFLICT at a hundred keys
     */
    public NewKey create(PrincipalId owner, String name, Set<String> scopes, Optional<Duration> lasts) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw ProblemException.field(
                    ProblemType.VALIDATION, "name", "length", "1 to " + LONGEST_NAME + " characters");
        }
        String secret = PREFIX + Token.fresh();
        return tx.required(() -> {
            Person person = persons.find(owner).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
            Set<Permission> allowed = scopes(person.role(), scopes);
            if (access.keys(owner).size() >= MOST_KEYS) {
                throw ProblemException.of(ProblemType.CONFLICT);
            }
            Instant now = Times.micros(clock);
            Entry entry = new Entry(
                    new ApiKeyId(ids.next()),
                    owner,
                    name.strip(),
                    secret.substring(0, SHOWN),
                    allowed,
                    now,
                    Optional.empty(),
                    lasts.map(now::plus),
                    Optional.empty());
            access.insertKey(entry, Token.hash(secret));
            audit.record(
                    AuditEntry.of("api-key.create").by(owner).ownedBy(owner).on("api-key", entry.id()));
            return new NewKey(entry, secret);
        });
    }

    private static Set<Permission> scopes(Role role, Set<String> words) {
        EnumSet<Permission> scopes = EnumSet.noneOf(Permission.class);
        List<FieldError> errors = new ArrayList<>();
        for (String word : words) {
            Optional<Permission> permission =
                    Permission.of(word).filter(Permission::forKeys).filter(role.permissions()::contains);
            permission.ifPresentOrElse(
                    scopes::add, () -> errors.add(new FieldError("scopes", "unknown", "permissions of one's own")));
        }
        if (words.isEmpty()) {
            errors.add(new FieldError("scopes", "required", "at least one"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.fields(ProblemType.VALIDATION, errors);
        }
        return scopes;
    }

    /** Which scopes a person of this role may give to a key. */
    public static Set<Permission> scopesOf(Role role) {
        EnumSet<Permission> scopes = EnumSet.noneOf(Permission.class);
        role.permissions().stream().filter(Permission::forKeys).forEach(scopes::add);
        return scopes;
    }

    /** A person's keys, newest first, at most 100. */
    public List<Entry> list(PrincipalId owner) {
        return tx.required(() -> access.keys(owner));
    }

    /** Closes a key. @return whether it was the person's and open */
    public boolean revoke(PrincipalId owner, ApiKeyId key) {
        return tx.required(() -> {
            boolean closed = access.revokeKey(owner, key, Times.micros(clock));
            if (closed) {
                forget(owner);
                audit.record(
                        AuditEntry.of("api-key.revoke").by(owner).ownedBy(owner).on("api-key", key));
            }
            return closed;
        });
    }

    /** Who holds this key; empty for one that is unknown, closed, over, or of somebody who may not act. */
    public Optional<Authenticated.Program> authenticate(String secret) {
        if (!secret.startsWith(PREFIX) || !Token.wellFormed(secret.substring(PREFIX.length()))) {
            return Optional.empty();
        }
        byte[] hash = Token.hash(secret);
        String cacheKey = HexFormat.of().formatHex(hash);
        Instant now = Times.micros(clock);
        Optional<Known> known = cache.get(cacheKey, k -> tx.required(() -> load(hash)))
                .filter(found -> found.entry().works(now));
        known.filter(found -> found.entry()
                        .lastUsedAt()
                        .map(used -> used.plus(NOTED_EACH).isBefore(now))
                        .orElse(true))
                .ifPresent(found -> tx.required(() -> {
                    access.touchKey(found.entry().id(), now);
                    persons.seen(found.entry().owner(), now);
                    cache.invalidate(cacheKey);
                }));
        return known.map(Known::caller);
    }

    private Optional<Known> load(byte[] hash) {
        return access.key(hash)
                .flatMap(entry -> persons.find(entry.owner())
                        .filter(Person::active)
                        .filter(person -> PersonStore.standing(person.id())
                                .map(PersonStore.Standing::active)
                                .orElse(false))
                        .map(person -> {
                            EnumSet<Permission> held = EnumSet.noneOf(Permission.class);
                            entry.scopes().stream()
                                    .filter(person.role().permissions()::contains)
                                    .forEach(held::add);
                            return new Known(
                                    entry,
                                    new Authenticated.Program(
                                            person.id(), entry.id(), person.role(), person.locale(), held));
                        }));
    }

    /** Lets no cache answer for a person's keys any more; after the commit of the ambient unit of work. */
    void forget(PrincipalId owner) {
        access.keyHashes(owner).forEach(hash -> cache.invalidate(HexFormat.of().formatHex(hash)));
    }

    private record Known(Entry entry, Authenticated.Program caller) {}

    /**
     * A key without its secret.
     *
     * @param prefix how the key begins, to tell it from others
     */
    public record Entry(
            ApiKeyId id,
            PrincipalId owner,
            String name,
            String prefix,
            Set<Permission> scopes,
            Instant createdAt,
            Optional<Instant> lastUsedAt,
            Optional<Instant> expiresAt,
            Optional<Instant> revokedAt) {
        public Entry {
            scopes = Set.copyOf(scopes);
        }

        /** Whether it is open at {@code now}. */
        public boolean works(Instant now) {
            return revokedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
        }
    }

    /** A key that was just made. @param secret shown once */
    public record NewKey(Entry key, String secret) {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "NewKey[" + key.id() + "]";
        }
    }
}
