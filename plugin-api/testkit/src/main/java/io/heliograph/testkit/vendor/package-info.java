/**
 * Vendors on loopback for tests, and the fakes as plugin jars. A vendor is steered by the test: how many polls a job takes,
 * whether an answer is lost, when a result's address expires; it counts what it was asked, so that doing work twice shows.
 */
@NullMarked
package io.heliograph.testkit.vendor;

import org.jspecify.annotations.NullMarked;
