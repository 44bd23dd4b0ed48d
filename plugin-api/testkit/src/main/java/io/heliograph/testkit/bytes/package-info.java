/** Byte sources and sinks for tests, healthy and hostile: slow, failing half-way, past their limit. */
@NullMarked
package io.heliograph.testkit.bytes;

import org.jspecify.annotations.NullMarked;
