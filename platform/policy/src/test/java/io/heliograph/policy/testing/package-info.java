/**
 * For the tests of other rooms, in the artifact's {@code test-jar}: real engines, so that permits in tests come from
 * where all permits come from.
 */
@NullMarked
package io.heliograph.policy.testing;

import org.jspecify.annotations.NullMarked;
