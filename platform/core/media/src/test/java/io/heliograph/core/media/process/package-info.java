/** Tests of the media process: work, limits, death and resurrection. */
@NullMarked
package io.heliograph.core.media.process;

import org.jspecify.annotations.NullMarked;
