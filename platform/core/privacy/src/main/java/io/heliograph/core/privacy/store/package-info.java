/**
 * The tables of the privacy feature: disclosures, erasure orders with steps and tallies, versions of the privacy page. The
 * only place of the feature that knows SQL; every method runs inside the caller's unit of work.
 */
@NullMarked
package io.heliograph.core.privacy.store;

import org.jspecify.annotations.NullMarked;
