/**
 * The embedded engine: pictures and clips drawn by rules, with no trained model and no data from elsewhere. A fresh
 * installation has it before any vendor is connected; every model card and every result says what it is.
 *
 * <p>Begin with {@link io.heliograph.plugins.procedural.ProceduralPlugin}, then
 * {@link io.heliograph.plugins.procedural.render.Engine}. Work runs on the host's compute pool; this plugin starts no
 * thread, opens no file and calls no host. The same request gives the same pixels on every machine and with any number of
 * threads: {@code maths} has its own sine and power, and every index of a loop is done by one thread alone.
 */
@NullMarked
package io.heliograph.plugins.procedural;

import org.jspecify.annotations.NullMarked;
