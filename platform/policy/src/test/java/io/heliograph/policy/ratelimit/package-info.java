/** Tests of the room of the same name. */
@NullMarked
package io.heliograph.policy.ratelimit;

import org.jspecify.annotations.NullMarked;
