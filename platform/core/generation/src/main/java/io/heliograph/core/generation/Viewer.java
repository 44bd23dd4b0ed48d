package io.heliograph.core.generation;

import io.heliograph.kernel.ApiKeyId;
import io.heliograph.kernel.PrincipalId;
import java.util.Optional;

/**
 * Who asks, as the gates need to know it.
 *
 * @param principal the signed-in person
 * @param role {@code user} or {@code admin}
 * @param address network address of the caller, for rate limits; empty on the command line
 * @param apiKey the key in use; empty for a session
 */
public record Viewer(PrincipalId principal, String role, Optional<String> address, Optional<ApiKeyId> apiKey) {
    /** A person of role {@code user} of whom nothing else is known. */
    public static Viewer of(PrincipalId principal) {
        return new Viewer(principal, "user", Optional.empty(), Optional.empty());
    }
}
