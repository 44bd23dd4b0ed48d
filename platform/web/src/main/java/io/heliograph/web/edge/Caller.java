package io.heliograph.web.edge;

import io.heliograph.kernel.ApiKeyId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.kernel.SessionId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who a request comes from, as far as the edge found out. */
public sealed interface Caller {
    /** What this caller may do, by the names of the contract. */
    Set<String> permissions();

    /** The account behind it. */
    Optional<PrincipalId> principalId();

    /** Language of the account. */
    Optional<Locale> locale();

    /** The account behind it. @throws ProblemException of type NOT_SIGNED_IN when there is none */
    default PrincipalId principal() {
        return principalId().orElseThrow(() -> ProblemException.of(ProblemType.NOT_SIGNED_IN));
    }

    /** Whether it may do what this permission names. */
    default boolean may(String permission) {
        return permission.equals("public") || permissions().contains(permission);
    }

    /** Nobody we know. */
    record Anonymous() implements Caller {
        @Override
        public Set<String> permissions() {
            return Set.of();
        }

        @Override
        public Optional<PrincipalId> principalId() {
            return Optional.empty();
        }

        @Override
        public Optional<Locale> locale() {
            return Optional.empty();
        }
    }

    /**
     * A browser that is signed in.
     *
     * @param role {@code user} or {@code admin}
     * @param expiresAt when the session ends at the latest
     * @param csrfToken what requests that change something must carry
     */
    record Browser(
            PrincipalId id,
            SessionId session,
            String role,
            Set<String> permissions,
            Optional<Locale> locale,
            Instant expiresAt,
            String csrfToken)
            implements Caller {
        public Browser {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public Optional<PrincipalId> principalId() {
            return Optional.of(id);
        }

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Browser[" + id + ", " + role + "]";
        }
    }

    /** A program with a key. */
    record Program(PrincipalId id, ApiKeyId key, String role, Set<String> permissions, Optional<Locale> locale)
            implements Caller {
        public Program {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public Optional<PrincipalId> principalId() {
            return Optional.of(id);
        }
    }
}
