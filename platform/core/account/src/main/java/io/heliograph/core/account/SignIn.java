package io.heliograph.core.account;

import io.heliograph.core.account.store.PersonStore;
import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signing in. An unknown address and a wrong password give one answer after the same work; that an account is locked is
 * told only to whoever knows its password.
 */
public final class SignIn {
    private final Tx tx;
    private final PersonStore persons;
    private final Passwords passwords;
    private final IdentityPort identities;
    private final BrowserSessions sessions;
    private final AuditLog audit;

    SignIn(
            Tx tx,
            PersonStore persons,
            Passwords passwords,
            IdentityPort identities,
            BrowserSessions sessions,
            AuditLog audit) {
        this.tx = tx;
        this.persons = persons;
        this.passwords = passwords;
        this.identities = identities;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The ways there are. */
    public List<IdentityPort.Method> methods() {
        return identities.methods();
    }

    /**
     * Begins a session.
     *
     * @param method name of the way; empty for the usual one
     * @throws ProblemException of type WRONG_CREDENTIALS, SUSPENDED (with the reason) or UNAVAILABLE
     */
    public NewSession withPassword(Optional<String> method, String email, String password, Client client) {
        Optional<PrincipalId> account =
                EmailAddress.parse(email).flatMap(address -> tx.required(() -> persons.byEmail(address)));
        boolean right = passwords.right(method, account, password);
        if (!right || account.isEmpty()) {
            account.ifPresent(who -> audit.record(
                    AuditEntry.of("sign-in").ownedBy(who).on("principal", who).outcome(AuditEntry.Outcome.REFUSED)));
            throw ProblemException.of(ProblemType.WRONG_CREDENTIALS);
        }
        PrincipalId who = account.get();
        Optional<Person> person =
                tx.required(() -> PersonStore.standing(who).isPresent() ? persons.find(who) : Optional.empty());
        Person found = person.orElseThrow(() -> ProblemException.of(ProblemType.WRONG_CREDENTIALS));
        if (found.suspension().isPresent()) {
            audit.record(AuditEntry.of("sign-in")
                    .by(who)
                    .ownedBy(who)
                    .outcome(AuditEntry.Outcome.REFUSED)
                    .detail("why", "suspended"));
            throw ProblemException.of(
                    ProblemType.SUSPENDED,
                    Map.of("reason", found.suspension().get().reason()));
        }
        return tx.required(() -> {
            if (!PersonStore.standing(who).map(PersonStore.Standing::active).orElse(false)) {
                throw ProblemException.of(ProblemType.WRONG_CREDENTIALS);
            }
            NewSession session = sessions.begin(who, client);
            audit.record(AuditEntry.of("sign-in").by(who).ownedBy(who).on("session", session.id()));
            return session;
        });
    }
}
