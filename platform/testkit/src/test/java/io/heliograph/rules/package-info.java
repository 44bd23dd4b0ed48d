/** Rules over the repository and its classes: found by scanning, each with the least number of things it must see. */
@NullMarked
package io.heliograph.rules;

import org.jspecify.annotations.NullMarked;
