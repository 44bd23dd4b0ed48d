package io.heliograph.web.port;

import io.heliograph.kernel.ApiKeyId;
import io.heliograph.kernel.PrincipalId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One's own keys for programs. */
public interface Keys {
    /** The keys, newest first, at most 100. */
    List<KeyView> list(PrincipalId principal);

    /** Makes a key. @param lasts empty: until it is revoked */
    NewKey create(PrincipalId principal, String name, Set<String> scopes, Optional<Duration> lasts);

    /** Closes a key; false if it is not the person's. */
    boolean revoke(PrincipalId principal, ApiKeyId key);

    /** A key without its secret. */
    record KeyView(
            ApiKeyId id,
            String name,
            String prefix,
            List<String> scopes,
            Instant createdAt,
            Optional<Instant> lastUsedAt,
            Optional<Instant> expiresAt,
            Optional<Instant> revokedAt) {
        public KeyView {
            scopes = List.copyOf(scopes);
        }
    }

    /** A key that was just made. @param secret shown once */
    record NewKey(KeyView key, String secret) {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "NewKey[" + key.id() + "]";
        }
    }
}
