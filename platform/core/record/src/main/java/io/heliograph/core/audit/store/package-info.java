/** Rows and queries of the security record: see {@link io.heliograph.core.audit.store.StoredAuditLog}. */
@NullMarked
package io.heliograph.core.audit.store;

import org.jspecify.annotations.NullMarked;
