/** Tests of the kit: the fakes pass it, and broken plugins fail exactly the tests they should. */
@NullMarked
package io.heliograph.testkit;

import org.jspecify.annotations.NullMarked;
