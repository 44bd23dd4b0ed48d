/** References to secrets. */
@NullMarked
package io.heliograph.host.secrets;

import org.jspecify.annotations.NullMarked;
