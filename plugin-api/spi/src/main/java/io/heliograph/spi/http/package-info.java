/**
 * The host's network: every request leaves through the host, which lets it reach declared hosts only (T2).
 */
@NullMarked
package io.heliograph.spi.http;

import org.jspecify.annotations.NullMarked;
