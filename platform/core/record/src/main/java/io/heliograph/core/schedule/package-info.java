/**
 * Recurring chores of the installation: see {@link io.heliograph.core.schedule.Housekeeping}.
 *
 * <p>Imports db-scheduler and nothing of ours; features hand in chores at wiring. What must always hold: a chore runs on
 * one node at a time. What it leaves out on purpose: the generation queue, which is fair between people and belongs to
 * its own feature. While the database is away no chore runs; afterwards they resume.
 */
@NullMarked
package io.heliograph.core.schedule;

import org.jspecify.annotations.NullMarked;
