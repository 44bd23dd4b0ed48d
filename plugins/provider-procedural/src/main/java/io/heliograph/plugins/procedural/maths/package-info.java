/**
 * Numbers: arithmetic that gives the same bits on every machine, seeded random numbers, noise, and {@link
 * io.heliograph.plugins.procedural.maths.Workers}, the one way work is split. Pure: nothing here keeps state but {@link
 * io.heliograph.plugins.procedural.maths.Rng} and the read-only blocks of {@link io.heliograph.plugins.procedural.maths.CloudNoise}.
 *
 * <p>Imports nothing of the other packages. Never use {@code Math.sin}, {@code exp} or {@code pow} in this plugin: they may
 * differ in the last place between processors, and a seed would no longer name a picture.
 */
@NullMarked
package io.heliograph.plugins.procedural.maths;

import org.jspecify.annotations.NullMarked;
