/** Tests of generation providers: cards, quotes, work, refusals, and abilities declared or refused. */
@NullMarked
package io.heliograph.testkit.provider;

import org.jspecify.annotations.NullMarked;
