/**
 * Joins the ports to core: thin classes that translate words and decide nothing. The wiring uses them as they are.
 *
 * <p>Read first: {@link io.heliograph.web.join.CoreAccounts}, {@link io.heliograph.web.join.CoreAuthenticator}. Only
 * the wiring imports this package.
 */
@NullMarked
package io.heliograph.web.join;

import org.jspecify.annotations.NullMarked;
