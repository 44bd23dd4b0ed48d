/**
 * From a wish to results: the catalogue of models, quotes, the durable queue, and the worker.
 *
 * <p>Read first: {@link io.heliograph.core.generation.GenerationService} (what web calls),
 * {@link io.heliograph.core.generation.GenerationState} (what people see). Then, inside, {@code JobState} (the state
 * diagram as data), {@code JobStore} (claims, leases, guarded writes) and {@code JobRun} (one job's walk).
 *
 * <pre>
 *   submit: quote -> ADMIT, STORE -> one transaction: reserve + job row + turn + event
 *   worker: claim (SKIP LOCKED, short) -> "submitting" written with its key -> DISCLOSE, submit -> poll on a schedule
 *           -> spool -> media -> STORE, put -> one transaction: publish + settle + state + event
 * </pre>
 *
 * <p>Imports record, billing, media, library and the plugin host; imported by web and app. What must always hold: a job
 * that was accepted ends; its reservation ends with it; every write after a claim carries the lease's token, and a missed
 * write means stop and publish nothing; work is sent again only when it is certain that nothing happened.
 *
 * <p>When the other side fails: a provider's failure says whether its effect may have happened, and that alone decides
 * between another try, refund and hold. A store's failure keeps the result in the spool and tries again. The database
 * away: nothing is claimed, leases run out, and the rescue continues where the record says the job stood.
 */
@NullMarked
package io.heliograph.core.generation;

import org.jspecify.annotations.NullMarked;
