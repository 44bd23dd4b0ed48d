/** Tests of the room of the same name. */
@NullMarked
package io.heliograph.core.privacy;

import org.jspecify.annotations.NullMarked;
