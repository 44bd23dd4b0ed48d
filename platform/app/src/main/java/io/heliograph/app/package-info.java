/**
 * The program: its main class, its commands and the one place where everything is put together.
 *
 * <p>Read first: {@link io.heliograph.app.Main}, then {@code io.heliograph.app.wiring} (what is made of what, in which
 * order, and in which order it ends) and {@code io.heliograph.app.config} (the file). It may import everything and
 * nothing may import it.
 */
@NullMarked
package io.heliograph.app;

import org.jspecify.annotations.NullMarked;
