/**
 * The plugins that come with the distribution, met through the real host: whatever jar lies in the built product's folder
 * is tested, so that a new one needs no line here.
 */
@NullMarked
package io.heliograph.bundled;

import org.jspecify.annotations.NullMarked;
