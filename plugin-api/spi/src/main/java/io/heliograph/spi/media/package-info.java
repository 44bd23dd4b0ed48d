/**
 * The host's media process: encoding, decoding and probing without native code in plugins.
 */
@NullMarked
package io.heliograph.spi.media;

import org.jspecify.annotations.NullMarked;
