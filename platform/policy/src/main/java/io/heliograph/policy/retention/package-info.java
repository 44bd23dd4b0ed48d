/**
 * How long things are kept, and what an erasure does with each data category.
 *
 * <p>Read first: {@link io.heliograph.policy.retention.RetentionPeriods} (the periods and their defaults),
 * {@link io.heliograph.policy.retention.RetentionModule} (which turns them into a deadline at the STORE gate) and
 * {@link io.heliograph.policy.retention.EraseRule} (what law keeps when an account goes).
 *
 * <p>Imports the engine's words; imported by whoever builds the engine and by the privacy feature of core, which sweeps
 * and erases. What must always hold: nothing is kept without a deadline or an account whose end is its own; a category
 * without a period is not kept. What it leaves out on purpose: the sweeping itself.
 */
@NullMarked
package io.heliograph.policy.retention;

import org.jspecify.annotations.NullMarked;
