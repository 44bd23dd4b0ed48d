/** Tests of the room of the same name. */
@NullMarked
package io.heliograph.policy.privacy;

import org.jspecify.annotations.NullMarked;
