/**
 * What the web needs of the features behind it, in the web's own words: one small interface for each group of screens.
 * The wiring joins them to core; tests join them to fakes.
 *
 * <p>Read first: {@link io.heliograph.web.port.Accounts}, {@link io.heliograph.web.port.Assets},
 * {@link io.heliograph.web.port.Operations}. Generations and credits need no port: the handlers call
 * {@code GenerationService} and {@code Ledger} as they are.
 *
 * <p>Rules that hold for every method: it may block, so it is called on a virtual thread; a refusal is a
 * {@link io.heliograph.kernel.ProblemException}; what does not exist and what is not the caller's are answered alike, by
 * an empty answer or {@code not-found}; a gate's refusal passes through as it is. Nothing here holds an entity, an SPI
 * type or JSON.
 */
@NullMarked
package io.heliograph.web.port;

import org.jspecify.annotations.NullMarked;
