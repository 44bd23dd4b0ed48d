/** Tests of the edge over real HTTP on loopback, with a small contract of their own. */
@NullMarked
package io.heliograph.web.edge;

import org.jspecify.annotations.NullMarked;
