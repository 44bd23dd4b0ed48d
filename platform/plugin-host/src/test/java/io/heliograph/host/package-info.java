/** Tests of the plugin host, with plugins that are compiled in the test. */
@NullMarked
package io.heliograph.host;

import org.jspecify.annotations.NullMarked;
