/**
 * Rules that the operator writes, in CEL: a small language that always ends, cannot reach anything, and is checked before
 * it runs.
 *
 * <p>Read first: {@link io.heliograph.policy.rules.OperatorRule} (what stands in the configuration),
 * {@link io.heliograph.policy.rules.RuleCompiler} (checks all of them at start, with line, column and the name that was
 * probably meant) and {@link io.heliograph.policy.rules.OperatorRules} (the module).
 *
 * <p>Imports the engine's words; imported by whoever builds the engine. What must always hold: rules only take away, they
 * never allow what another module denies; with one bad rule none is taken; a rule that fails while it runs means Deny.
 */
@NullMarked
package io.heliograph.policy.rules;

import org.jspecify.annotations.NullMarked;
