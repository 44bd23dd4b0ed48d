@NullMarked
package io.heliograph.host;

import org.jspecify.annotations.NullMarked;
