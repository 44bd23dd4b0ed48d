package io.heliograph.core.account;

import io.heliograph.kernel.ApiKeyId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.SessionId;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Who calls. */
public sealed interface Authenticated {
    PrincipalId id();

    Role role();

    Locale locale();

    /** What this caller may do. */
    Set<Permission> permissions();

    /** A browser that is signed in. @param expiresAt when the session ends at the latest */
    record Browser(PrincipalId id, SessionId session, Role role, Locale locale, Instant expiresAt)
            implements Authenticated {
        @Override
        public Set<Permission> permissions() {
            return role.permissions();
        }
    }

    /** A program with a key. */
    record Program(PrincipalId id, ApiKeyId key, Role role, Locale locale, Set<Permission> permissions)
            implements Authenticated {
        public Program {
            permissions = Set.copyOf(permissions);
        }
    }
}
