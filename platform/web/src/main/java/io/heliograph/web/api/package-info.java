/**
 * The handlers of {@code /api/v1}, one small class for each group of screens. Each handler parses a command, calls one
 * core method and renders its answer; it decides nothing.
 *
 * <p>Read first: {@link io.heliograph.web.api.ApiHandlers} (which handler serves which operation),
 * {@link io.heliograph.web.api.StudioHandlers}, {@link io.heliograph.web.api.EventHandlers}. JSON is written by
 * {@link io.heliograph.web.api.Out}: what is empty is left out.
 *
 * <p>Imports the edge, the ports and the public API of core; nobody but the wiring imports it. Must always hold: every
 * operation of the contract has a handler and every handler an operation, or the service does not start; every answer
 * fits the contract, as the tests check for each of them.
 */
@NullMarked
package io.heliograph.web.api;

import org.jspecify.annotations.NullMarked;
