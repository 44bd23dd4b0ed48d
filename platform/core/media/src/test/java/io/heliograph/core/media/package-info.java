/** Tests of the media pipeline; every broken or telling file is built here, byte by byte. */
@NullMarked
package io.heliograph.core.media;

import org.jspecify.annotations.NullMarked;
