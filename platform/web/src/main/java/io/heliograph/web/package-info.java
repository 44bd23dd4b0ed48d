/**
 * Everything that speaks HTTP: the edge, the contract, the handlers, the pages, the API of other people's clients.
 *
 * <p>Read first: {@link io.heliograph.web.WebServer} (what is started), {@link io.heliograph.web.WebDependencies} (what
 * the wiring must supply), then the rooms {@link io.heliograph.web.edge}, {@link io.heliograph.web.api} and
 * {@link io.heliograph.web.port}.
 *
 * <p>Imports core's public API, policy and the kernel; only the application imports it. It never sees a store or an SPI
 * type, and holds no state that another node could not take over, but for links to results that last an hour.
 */
@NullMarked
package io.heliograph.web;

import org.jspecify.annotations.NullMarked;
