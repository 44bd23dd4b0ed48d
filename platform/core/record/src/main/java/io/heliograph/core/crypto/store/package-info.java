/** The table of wrapped keys: see {@link io.heliograph.core.crypto.store.StoredKeyTable}. */
@NullMarked
package io.heliograph.core.crypto.store;

import org.jspecify.annotations.NullMarked;
