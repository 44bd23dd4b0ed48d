/**
 * Fixtures for tests of features that keep something: a real MariaDB server per test process, a fresh database per test
 * class, a clock that is set, and the check that every column has its category.
 *
 * <p>Read first: {@link io.heliograph.core.testing.TestDatabase}. Published in the test jar of this module.
 */
@NullMarked
package io.heliograph.core.testing;

import org.jspecify.annotations.NullMarked;
