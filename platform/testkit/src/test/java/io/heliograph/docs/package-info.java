/** The documents: pages that are generated must be current, and what the others show must be true. */
@NullMarked
package io.heliograph.docs;

import org.jspecify.annotations.NullMarked;
