/**
 * A host in memory for tests of plugins: simple, strict and controllable. It refuses what the real host refuses (a dead
 * context, a foreign token, an undeclared host, a byte past the limit), so that a mistake shows in the author's build.
 */
@NullMarked
package io.heliograph.testkit.host;

import org.jspecify.annotations.NullMarked;
