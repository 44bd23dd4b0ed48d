package io.heliograph.spi.identity;

import java.util.Optional;
import java.util.Set;

/**
 * Who it is.
 *
 * @param subject stable id within the instance: the host's subject for local ways, the issuer's for others
 * @param emailVerified whether the issuer vouches for the address
 * @param groups groups the issuer tells of, for mapping to roles
 */
public record VerifiedIdentity(
        String subject, Optional<String> email, boolean emailVerified, Optional<String> name, Set<String> groups) {
    public VerifiedIdentity {
        groups = Set.copyOf(groups);
    }

    /** An identity of which only the subject is known. */
    public static VerifiedIdentity ofSubject(String subject) {
        return new VerifiedIdentity(subject, Optional.empty(), false, Optional.empty(), Set.of());
    }
}
