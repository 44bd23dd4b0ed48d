/**
 * How bytes cross between host and plugin: a call lasts exactly as long as the transfer, and each chunk is checked.
 */
@NullMarked
package io.heliograph.spi.bytes;

import org.jspecify.annotations.NullMarked;
