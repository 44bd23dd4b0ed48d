package io.heliograph.core.account;

import io.heliograph.core.account.store.AccessStore;
import io.heliograph.core.account.store.PersonStore;
import io.heliograph.core.cache.HotCache;
import io.heliograph.core.event.EventBus;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Signed-in browsers: opaque tokens, kept as a hash; an end by idleness and an absolute one; listed and revoked by their
 * owner. A revoked session is refused at once here, and on other nodes when the bus has told them, ten seconds later at
 * the latest.
 *
 * <p>Uses are noted once a minute, so reading a page costs no write. Safe for use by many threads.
 */
@Commitment("K1")
public final class BrowserSessions {
    private static final Duration CACHED = Duration.ofSeconds(10);
    private static final Duration NOTED_EACH = Duration.ofMinutes(1);
    private static final int CACHE_SIZE = 20_000;

    private final Tx tx;
    private final AccessStore access;
    private final PersonStore persons;
    private final Supplier<AccountSettings> settings;
    private final Ids ids;
    private final InstantSource clock;
    private final HotCache<String, Known> cache;

    BrowserSessions(
            Tx tx,
            AccessStore access,
            PersonStore persons,
            Supplier<AccountSettings> settings,
            EventBus bus,
            Ids ids,
            InstantSource clock) {
        this.tx = tx;
        this.access = access;
        this.persons = persons;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.cache = new HotCache<>(bus, "session", CACHE_SIZE, CACHED, key -> key, Optional::of);
    }

    /** Begins a session for a person who has just shown who they are; in the ambient unit of work or one of its own. */
    NewSession begin(PrincipalId owner, Client client) {
        AccountSettings now = settings.get();
        String token = Token.fresh();
        SessionId id = new SessionId(ids.next());
        tx.required(() -> {
            Instant at = Times.micros(clock);
            access.insertSession(id, owner, Token.hash(token), client, at, at.plus(now.idle()), at.plus(now.longest()));
            persons.seen(owner, at);
        });
        return new NewSession(owner, id, token, now.longest());
    }

    /** Who holds this token; empty for one that is unknown, revoked, over, or of somebody who may not act. */
    public Optional<Authenticated.Browser> authenticate(String token, Client client) {
        if (!Token.wellFormed(token)) {
            return Optional.empty();
        }
        byte[] hash = Token.hash(token);
        String key = HexFormat.of().formatHex(hash);
        Instant now = Times.micros(clock);
        Optional<Known> known = cache.get(key, k -> tx.required(() -> load(hash, now)))
                .filter(found -> found.entry().idleUntil().isAfter(now)
                        && found.entry().expiresAt().isAfter(now));
        known.filter(found -> found.entry().lastSeenAt().plus(NOTED_EACH).isBefore(now))
                .ifPresent(found -> note(found.entry(), key, client, now));
        return known.map(Known::caller);
    }

    private Optional<Known> load(byte[] hash, Instant now) {
        return access.session(hash, now)
                .flatMap(entry -> persons.find(entry.owner())
                        .filter(Person::active)
                        .filter(person -> PersonStore.standing(person.id())
                                .map(PersonStore.Standing::active)
                                .orElse(false))
                        .map(person -> new Known(
                                entry,
                                new Authenticated.Browser(
                                        person.id(), entry.id(), person.role(), person.locale(), entry.expiresAt()))));
    }

    private void note(Entry entry, String key, Client client, Instant now) {
        tx.required(() -> {
            access.touchSession(entry.id(), now, now.plus(settings.get().idle()), client.address());
            persons.seen(entry.owner(), now);
            cache.invalidate(key);
        });
    }

    /** Where a person is signed in, last used first, at most 100. */
    public List<Entry> list(PrincipalId owner) {
        return tx.required(() -> access.sessions(owner, Times.micros(clock)));
    }

    /** Ends one session. @return whether it was the person's */
    public boolean end(PrincipalId owner, SessionId session) {
        return tx.required(() -> {
            forget(owner);
            return access.deleteSessions(owner, session, null) == 1;
        });
    }

    /** Ends all sessions of a person but {@code keep}. @return how many ended */
    public int endOthers(PrincipalId owner, Optional<SessionId> keep) {
        return tx.required(() -> {
            forget(owner);
            return access.deleteSessions(owner, null, keep.orElse(null));
        });
    }

    /** Lets no cache answer for a person's sessions any more; after the commit of the ambient unit of work. */
    void forget(PrincipalId owner) {
        access.sessionHashes(owner)
                .forEach(hash -> cache.invalidate(HexFormat.of().formatHex(hash)));
    }

    private record Known(Entry entry, Authenticated.Browser caller) {}

    /**
     * A session in a person's list.
     *
     * @param address truncated network address of the last use
     * @param expiresAt when it ends at the latest
     */
    public record Entry(
            SessionId id,
            PrincipalId owner,
            String device,
            String address,
            Instant createdAt,
            Instant lastSeenAt,
            Instant idleUntil,
            Instant expiresAt) {}
}
