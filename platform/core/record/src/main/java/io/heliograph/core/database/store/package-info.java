/** Where the session factory is made: see {@link io.heliograph.core.database.store.SessionFactories}. */
@NullMarked
package io.heliograph.core.database.store;

import org.jspecify.annotations.NullMarked;
