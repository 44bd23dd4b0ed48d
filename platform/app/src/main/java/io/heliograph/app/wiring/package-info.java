/**
 * Everything put together, by constructors and in one order: record, gates, plugin host, accounts and billing
 * ({@link io.heliograph.app.wiring.Office}, all that a command needs), then media, library, generation, privacy and the
 * web ({@link io.heliograph.app.wiring.House}, the running service). What is made later is closed earlier.
 *
 * <p>The joins beside them ({@code ...Join}) turn one room's port into another room's service, so that neither knows the
 * other. Imported by {@code app.cli} only.
 */
@NullMarked
package io.heliograph.app.wiring;

import org.jspecify.annotations.NullMarked;
