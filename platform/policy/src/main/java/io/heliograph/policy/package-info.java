/**
 * The five gates, and the only maker of permits.
 *
 * <p>Data moves in only five ways: a request enters (ADMIT), something leaves to a plugin or a host (DISCLOSE), is kept
 * (STORE), is looked at (REVEAL), goes (ERASE). Before each move somebody asks
 * {@link io.heliograph.policy.PolicyEngine#require}; the answer is a {@link io.heliograph.policy.Permit}, and every guarded
 * plugin call takes one. So code that forgets to ask does not compile.
 *
 * <p>Read first: {@link io.heliograph.policy.PolicyEngine} (who is asked, and what counts as no),
 * {@link io.heliograph.policy.GateRequest} (how to ask) and {@link io.heliograph.policy.Permit} (what the answer binds).
 *
 * <pre>
 *   GateRequest --> PolicyEngine --> epoch of the object (EpochSource: the record)
 *                        |--> built-in modules: privacy, retention, operator rules
 *                        |--> policy plugins, on threads of their own, 50 ms
 *                        |--> rate limits, last, if nobody refused
 *                        v
 *         Deny > RetryAfter > Allow;  duties united  -->  Permit (one call)  |  Decision.Refused
 * </pre>
 *
 * <p>Imports the kernel and the SPI. Everything above may import it; it never imports core, so what it needs from the
 * record comes through ports ({@link io.heliograph.policy.EpochSource} and those of the modules).
 *
 * <p>What must always hold, and is tested over all gates: a module that is absent, unknown, throws, is silent, slow or not
 * yet loaded means Deny; only the engine calls the constructor of a permit; a permit serves once, for the very call it
 * names, and not after its object's epoch has moved. When the record is away, nothing is allowed, and the answer says
 * "try again" instead of "no".
 *
 * <p>What it leaves out on purpose: content. Modules judge by {@link io.heliograph.policy.Facts}; looking into pictures and
 * texts is a step of the media pipeline, whose scores are facts here.
 */
@NullMarked
package io.heliograph.policy;

import org.jspecify.annotations.NullMarked;
