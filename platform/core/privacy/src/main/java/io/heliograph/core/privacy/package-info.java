/**
 * What a person is owed about their data: where it went, how long it stays, that it goes, and a page that says so.
 *
 * <p>Read first: {@link io.heliograph.core.privacy.Disclosures} (T1), {@link io.heliograph.core.privacy.Erasure} with
 * {@link io.heliograph.core.privacy.ErasureWalk} (G3), {@link io.heliograph.core.privacy.AccountErasure} (the grace before),
 * {@link io.heliograph.core.privacy.RetentionSweeper} (R1, R2) and {@link io.heliograph.core.privacy.PrivacyPages} (the page
 * that is generated from what runs).
 *
 * <p>Imports record, host, policy and below; no other feature. Features are reached through the ports of
 * {@link io.heliograph.core.inventory} only. Imported by web and by the wiring.
 *
 * <pre>
 *   order --ERASE gate--> [ one unit of work: order row + tombstone() of every participant ]  RUNNING
 *     RUNNING --step finished--> next participant, next phase
 *     RUNNING --waiting or failed--> RUNNING, later, from the checkpoint
 *     RUNNING --something remains--> RUNNING, from the beginning
 *     RUNNING --nothing remains--> DONE: the row is the receipt (counts: erased, kept by law, not possible)
 * </pre>
 *
 * <p>What must always hold: a disclosure is committed before the call it tells of; a skip is never done; a class that has
 * failed, or has left something past its deadline, is told to the operator; the page names no controller that the operator
 * did not give. When the database is away, nothing is disclosed, because the entry cannot be kept, and every walk resumes
 * where it stood.
 *
 * <p>What it leaves out on purpose: the export archive; notices before a deadline (the library gives them); legal
 * holds, which come through a port.
 */
@NullMarked
package io.heliograph.core.privacy;

import org.jspecify.annotations.NullMarked;
