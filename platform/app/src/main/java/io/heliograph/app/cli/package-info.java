/**
 * The commands, one class each, on picocli.
 *
 * <p>A command talks to people on standard output and error through {@link io.heliograph.app.cli.Terminal}, and to the
 * log never about its own failure: {@link io.heliograph.app.cli.Failures} turns what was thrown into one sentence and
 * an exit code. Commands that need the record work beside a running service, whose database server they use, and
 * without one.
 */
@NullMarked
package io.heliograph.app.cli;

import org.jspecify.annotations.NullMarked;
