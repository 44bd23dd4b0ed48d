/**
 * Privacy at the gates: the one rule of who sees a thing, what may leave for which purpose and to whom, how things are
 * kept, and who may have them erased.
 *
 * <p>Read first: {@link io.heliograph.policy.privacy.PrivacyModule} (the module the engine asks),
 * {@link io.heliograph.policy.privacy.Visibility} (the rule of V1) and
 * {@link io.heliograph.policy.privacy.Minimisation} (the most that may leave for a purpose).
 *
 * <p>Imports the engine's words; imported by whoever builds the engine, and by the library for the rule. The host and the
 * record answer its two ports, {@link io.heliograph.policy.privacy.DeclaredRecipients} and
 * {@link io.heliograph.policy.privacy.LegalHolds}; when a port fails, the engine denies.
 *
 * <p>What must always hold: an administrator sees no private content; nothing leaves to a recipient, host or category that
 * is not declared; a held person's data is not erased. What it leaves out on purpose: how duties are carried out (the
 * guard, the media pipeline and the record do), and opening private content for a stated reason, which comes with its own
 * grant.
 */
@NullMarked
package io.heliograph.policy.privacy;

import org.jspecify.annotations.NullMarked;
