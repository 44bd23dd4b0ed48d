/**
 * Credits and plans: what a person may spend, and the book in which every credit stands.
 *
 * <p>Read first: {@link io.heliograph.core.billing.ledger.Ledger} (the book), {@link io.heliograph.core.billing.Billing}
 * (what else hangs on a grant: the first credits of a new person, the event that shows it) and
 * {@link io.heliograph.core.billing.Plans} (the seam for plans).
 *
 * <p>Imports the record. Imported by generation, web and app. No plugin is called from here, so nothing on another side
 * can fail but the database: then the unit of work ends as {@link io.heliograph.core.tx.RecordUnavailableException} and
 * every operation can be repeated under its business key.
 *
 * <p>What it leaves out on purpose: money. A credit is a whole number without a currency; prices in money, checkout and
 * invoices come beside the ledger and reach it through a grant.
 */
@NullMarked
package io.heliograph.core.billing;

import org.jspecify.annotations.NullMarked;
