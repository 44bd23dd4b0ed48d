package io.heliograph.web.join;

import io.heliograph.core.account.ApiKeys;
import io.heliograph.core.account.Authenticated;
import io.heliograph.core.account.BrowserSessions;
import io.heliograph.core.account.Client;
import io.heliograph.core.account.Permission;
import io.heliograph.web.edge.Authenticator;
import io.heliograph.web.edge.Caller;
import io.heliograph.web.edge.ClientFacts;
import io.heliograph.web.edge.Csrf;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out who calls by the sessions and keys of core. */
public final class CoreAuthenticator implements Authenticator {
    private final BrowserSessions sessions;
    private final ApiKeys keys;

    public CoreAuthenticator(BrowserSessions sessions, ApiKeys keys) {
        this.sessions = sessions;
        this.keys = keys;
    }

    @Override
    public Optional<Caller.Browser> session(String token, ClientFacts client) {
        return sessions.authenticate(token, client(client))
                .map(found -> new Caller.Browser(
                        found.id(),
                        found.session(),
                        found.role().word(),
                        words(found),
                        Optional.of(found.locale()),
                        found.expiresAt(),
                        Csrf.tokenOf(token)));
    }

    @Override
    public Optional<Caller.Program> key(String key, ClientFacts client) {
        return keys.authenticate(key)
                .map(found -> new Caller.Program(
                        found.id(), found.key(), found.role().word(), words(found), Optional.of(found.locale())));
    }

    private static Set<String> words(Authenticated caller) {
        return caller.permissions().stream().map(Permission::word).collect(Collectors.toUnmodifiableSet());
    }

    static Client client(ClientFacts facts) {
        return new Client(facts.address(), facts.device());
    }
}
