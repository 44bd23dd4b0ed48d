package io.heliograph.spi.identity;

import java.net.URI;
import java.util.List;

/** Next step of a sign-in. */
public sealed interface AuthStep {
    /**
     * Send the browser there.
     *
     * @param state sealed by the host and handed back; at most 4,096 characters
     */
    record Redirect(URI address, String state) implements AuthStep {}

    /** Ask the person. */
    record Challenge(List<Field> fields, String state) implements AuthStep {
        public Challenge {
            fields = List.copyOf(fields);
        }
    }

    /** It is this one. */
    record Verified(VerifiedIdentity identity) implements AuthStep {}

    /**
     * It is not.
     *
     * @param code stable word; the same for an unknown account and a wrong answer
     */
    record Rejected(String code) implements AuthStep {}

    /**
     * One thing to ask.
     *
     * @param name such as {@code email}, {@code password}, {@code code}
     * @param secret whether it is hidden while typed
     * @param identifies whether the host finds the account by it
     */
    record Field(String name, boolean secret, boolean identifies) {}
}
