/** Bytes the host keeps for a call: the sealed spool and byte sources. */
@NullMarked
package io.heliograph.host.bytes;

import org.jspecify.annotations.NullMarked;
