/**
 * The five gates as policy plugins see them: facts in, a verdict out; no content, no network.
 */
@NullMarked
package io.heliograph.spi.policy;

import org.jspecify.annotations.NullMarked;
