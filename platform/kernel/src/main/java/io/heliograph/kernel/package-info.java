/**
 * The words every room of the platform shares: ids, time, pages, problems, money and the data categories of the
 * promises.
 *
 * <p>Read first: {@link io.heliograph.kernel.Ids} (how a row gets its id), {@link io.heliograph.kernel.ProblemException}
 * (how bad input becomes an answer) and {@link io.heliograph.kernel.DataCategory} (which promise a stored field falls
 * under).
 *
 * <p>Imports nothing else of ours; everything above may import it. What must always hold: nothing here
 * reads a clock of its own, keeps state or does I/O. What it leaves out on purpose: helpers of one feature only.
 */
@NullMarked
package io.heliograph.kernel;

import org.jspecify.annotations.NullMarked;
