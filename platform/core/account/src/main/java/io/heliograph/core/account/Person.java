package io.heliograph.core.account;

import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A person's account.
 *
 * @param email as kept, in its normal form
 * @param pendingEmail waits for its confirmation
 * @param suspension why and since when the person is locked out
 */
public record Person(
        PrincipalId id,
        String email,
        boolean emailConfirmed,
        Optional<String> pendingEmail,
        Role role,
        Locale locale,
        Instant createdAt,
        Optional<Instant> passwordChangedAt,
        Optional<Instant> lastSeenAt,
        Optional<Suspension> suspension) {
    /** Why somebody is locked out. */
    public record Suspension(String reason, Instant at) {}

    /** Whether the account may be used. */
    public boolean active() {
        return suspension.isEmpty();
    }

    /** Leaves the address out. */
    @Override
    public String toString() {
        return "Person[" + id + ", " + role + "]";
    }
}
