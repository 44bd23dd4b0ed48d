/**
 * Rows and queries of accounts; the only place of this feature that knows the session and the seals. Every method runs
 * inside a unit of work of its caller.
 */
@NullMarked
package io.heliograph.core.account.store;

import org.jspecify.annotations.NullMarked;
