/** Tests of the fakes as plugin jars and of the loopback vendors. */
@NullMarked
package io.heliograph.testkit.vendor;

import org.jspecify.annotations.NullMarked;
