/**
 * Everything that is served beside the API: the interface's files, the browsable contract, health.
 *
 * <p>Read first: {@link io.heliograph.web.page.UiFiles}, {@link io.heliograph.web.page.ContractPage},
 * {@link io.heliograph.web.page.HealthRoutes}. All of it is public and holds nothing about anybody. Must always hold: no
 * page loads anything from another origin; no page runs an inline script without this answer's nonce.
 */
@NullMarked
package io.heliograph.web.page;

import org.jspecify.annotations.NullMarked;
