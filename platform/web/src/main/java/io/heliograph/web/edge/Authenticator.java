package io.heliograph.web.edge;

import io.heliograph.kernel.ProblemException;
import java.util.Optional;

/** Finds out who calls. Runs on a virtual thread and may wait for the database. */
public interface Authenticator {
    /**
     * The browser that holds this session token; empty for one that is unknown, revoked or over.
     *
     * @throws ProblemException of type SUSPENDED where the account is locked
     */
    Optional<Caller.Browser> session(String token, ClientFacts client);

    /** The program that holds this key; empty for one that is unknown, revoked or over. */
    Optional<Caller.Program> key(String key, ClientFacts client);
}
