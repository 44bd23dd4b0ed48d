/**
 * The one configuration file, {@code heliograph.yaml}, and the environment over it.
 *
 * <p>Read first: {@link io.heliograph.app.config.ConfigKeys} (every key, its type, default and meaning: the sample file
 * and the checks follow from it), {@link io.heliograph.app.config.ConfigLoader} (file and environment to values or to
 * problems, all at once) and {@link io.heliograph.app.config.Configuration} (what the rest of the program reads).
 *
 * <p>What must always hold: an unknown key is a problem, a secret is a reference and never a value, and a problem names
 * file, line, key, what was expected and what to do. Layering and conversion are SmallRye Config's; lines, unknown keys
 * and remedies are ours because it has none.
 */
@NullMarked
package io.heliograph.app.config;

import org.jspecify.annotations.NullMarked;
