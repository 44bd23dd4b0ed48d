/** Tests of the embedded engine: recorded pictures, words, and the plugin against the test kit. */
@NullMarked
package io.heliograph.plugins.procedural.prompt;

import org.jspecify.annotations.NullMarked;
