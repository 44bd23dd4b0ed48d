package io.heliograph.web.port;

import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.Optional;

/**
 * An account, as its owner sees it.
 *
 * @param pendingEmail address that waits for its confirmation
 * @param role {@code user} or {@code admin}
 * @param locale {@code en} or {@code de}
 */
public record AccountView(
        PrincipalId id,
        String email,
        boolean emailConfirmed,
        Optional<String> pendingEmail,
        String role,
        String locale,
        Instant createdAt,
        Optional<Instant> passwordChangedAt) {}
