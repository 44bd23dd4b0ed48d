/**
 * Sign-in by e-mail and password. Begin with {@link io.heliograph.plugins.password.PasswordProvider}; {@link
 * io.heliograph.plugins.password.PasswordRules} says what is accepted, {@link io.heliograph.plugins.password.Hashing} how
 * it is kept.
 *
 * <p>Invariants: a password is kept as Argon2id only, in the host's sealed record of the account; it is in no log, message
 * or exception; an unknown account costs the same work and gets the same answer as a wrong password. Hashing runs on the
 * host's compute pool, so that many sign-ins at once cannot starve everything else.
 */
@NullMarked
package io.heliograph.plugins.password;

import org.jspecify.annotations.NullMarked;
