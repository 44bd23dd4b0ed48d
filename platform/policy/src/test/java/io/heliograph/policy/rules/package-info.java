/** Tests of the room of the same name. */
@NullMarked
package io.heliograph.policy.rules;

import org.jspecify.annotations.NullMarked;
