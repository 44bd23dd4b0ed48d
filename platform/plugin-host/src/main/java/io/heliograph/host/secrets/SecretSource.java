package io.heliograph.host.secrets;

import io.heliograph.spi.Secret;

/** Resolves references to secrets. Safe for many threads. */
@FunctionalInterface
public interface SecretSource {
    /**
     * The secret behind a reference.
     *
     * @throws SecretReferenceException if it is no reference or nothing is there; its text never holds what was written
     */
    Secret resolve(String reference) throws SecretReferenceException;
}
