/** Tests of the message catalogue. */
@NullMarked
package io.heliograph.web.message;

import org.jspecify.annotations.NullMarked;
