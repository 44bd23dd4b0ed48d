package io.heliograph.core.account;

import io.heliograph.core.account.store.AccessStore;
import io.heliograph.core.account.store.LinkStore;
import io.heliograph.core.account.store.PersonStore;
import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What administrators do with people: facts of the account, never content. Every change is on record; the last
 * administrator who can sign in can be neither locked out nor made a user. Safe for use by many threads.
 */
public final class People {
    private static final int LONGEST_REASON = 1_000;
    private static final int SEARCH_BATCH = 500;

    private final Tx tx;
    private final PersonStore persons;
    private final AccessStore access;
    private final LinkStore links;
    private final BrowserSessions sessions;
    private final ApiKeys keys;
    private final AccountMails mails;
    private final AuditLog audit;
    private final InstantSource clock;

    People(
            Tx tx,
            PersonStore persons,
            AccessStore access,
            LinkStore links,
            BrowserSessions sessions,
            ApiKeys keys,
            AccountMails mails,
            AuditLog audit,
            InstantSource clock) {
        this.tx = tx;
        this.persons = persons;
        this.access = access;
        this.links = links;
        this.sessions = sessions;
        this.keys = keys;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** People, newest first. Addresses are sealed, so a part of one is looked for by opening them one after another. */
    public Page<Person> page(Query query, Optional<Cursor> after, int limit) {
        Optional<EmailAddress> whole = query.email().flatMap(EmailAddress::parse);
        if (whole.isPresent()) {
            return new Page<>(
                    tx.required(() -> persons.byEmail(whole.get()).flatMap(persons::find)).stream()
                            .filter(query::fits)
                            .toList(),
                    Optional.empty());
        }
        List<Person> found = new ArrayList<>();
        Optional<Cursor> at = after;
        int batch = query.email().isPresent() ? SEARCH_BATCH : limit + 1;
        while (found.size() <= limit) {
            Optional<Cursor> from = at;
            List<Person> read = tx.required(() ->
                    persons.page(Positions.time(from), Positions.id(from), query.role(), query.suspended(), batch));
            read.stream().filter(query::fits).forEach(found::add);
            if (read.size() < batch) {
                break;
            }
            at = Optional.of(position(read.getLast()));
        }
        return Page.cut(found.subList(0, Math.min(found.size(), limit + 1)), limit, People::position);
    }

    private static Cursor position(Person person) {
        return Positions.of(person.createdAt(), person.id().value());
    }

    /** One person; empty if there is none. */
    public Optional<Person> get(PrincipalId who) {
        return tx.required(() -> persons.find(who));
    }

    /**
     * Changes a role; it holds from the person's next request on.
     *
     * @param actor empty for the command line
     * @throws ProblemException of type NOT_FOUND, or CONFLICT for the last administrator
     */
    public Person setRole(Optional<PrincipalId> actor, PrincipalId who, Role role) {
        return tx.required(() -> {
            Person before = require(who);
            if (before.role() == Role.ADMIN && role != Role.ADMIN) {
                refuseLastAdministrator(before);
            }
            persons.setRole(who, role);
            sessions.forget(who);
            keys.forget(who);
            audit.record(entry("account.role", actor, who).detail("role", role.word()));
            return require(who);
        });
    }

    /**
     * Locks a person out: sessions end, keys stop, links die and the epoch moves, all with the commit. Their things stay.
     *
     * @param reason the person reads it
     * @throws ProblemException of type VALIDATION, NOT_FOUND, or CONFLICT for the last administrator
     */
    public Person suspend(Optional<PrincipalId> actor, PrincipalId who, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw ProblemException.field(
                    ProblemType.VALIDATION, "reason", "length", "1 to " + LONGEST_REASON + " characters");
        }
        return tx.required(() -> {
            Person before = require(who);
            refuseLastAdministrator(before);
            sessions.forget(who);
            keys.forget(who);
            persons.suspend(who, reason.strip(), Times.micros(clock));
            access.deleteSessions(who, null, null);
            links.deleteAll(who);
            mails.suspended(before);
            audit.record(entry("account.suspend", actor, who));
            return require(who);
        });
    }

    /** Lets a person in again; their keys work again, too. @throws ProblemException of type NOT_FOUND */
    public Person unsuspend(Optional<PrincipalId> actor, PrincipalId who) {
        return tx.required(() -> {
            require(who);
            persons.suspend(who, null, null);
            keys.forget(who);
            audit.record(entry("account.unsuspend", actor, who));
            return require(who);
        });
    }

    /**
     * Makes sure that the house has another administrator, before an account goes.
     *
     * @throws ProblemException of type NOT_FOUND, or CONFLICT for the last administrator
     */
    public void requireReplaceable(PrincipalId who) {
        tx.required(() -> refuseLastAdministrator(require(who)));
    }

    private void refuseLastAdministrator(Person person) {
        if (person.role() == Role.ADMIN && person.active() && persons.lockActiveAdministrators() <= 1) {
            throw ProblemException.of(ProblemType.CONFLICT);
        }
    }

    private static AuditEntry.Draft entry(String action, Optional<PrincipalId> actor, PrincipalId who) {
        return AuditEntry.of(action).by(actor.orElse(null)).ownedBy(who).on("principal", who);
    }

    private Person require(PrincipalId who) {
        return persons.find(who).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    }

    /**
     * Which people.
     *
     * @param email a whole address or a part of one
     */
    public record Query(Optional<String> email, Optional<Role> role, Optional<Boolean> suspended) {
        /** Everybody. */
        public static Query all() {
            return new Query(Optional.empty(), Optional.empty(), Optional.empty());
        }

        boolean fits(Person person) {
            return email.map(part -> person.email().contains(part.toLowerCase(Locale.ROOT)))
                            .orElse(true)
                    && role.map(person.role()::equals).orElse(true)
                    && suspended.map(wanted -> wanted != person.active()).orElse(true);
        }
    }
}
