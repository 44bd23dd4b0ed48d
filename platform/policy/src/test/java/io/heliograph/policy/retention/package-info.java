/** Tests of the room of the same name. */
@NullMarked
package io.heliograph.policy.retention;

import org.jspecify.annotations.NullMarked;
