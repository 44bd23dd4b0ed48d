package io.heliograph.core.generation;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.Page;
import java.util.List;
import java.util.Optional;

/**
 * What a person can do with generations. Every method is for the viewer's own things: what is somebody else's and what
 * does not exist are answered alike, by {@code not-found}. Refusals are
 * {@link io.heliograph.kernel.ProblemException}s; a gate's refusal is an
 * {@link io.heliograph.policy.PolicyDeniedException}. Methods block for the record, {@link #catalogue}, {@link #quote} and
 * {@link #submit} now and then also for an engine's answer; call them on a virtual thread. Safe for many threads.
 */
@Commitment({"U1", "C2"})
public interface GenerationService {
    /** Most models in the catalogue. */
    int MAX_MODELS = 500;

    /** Longest prompt, in characters (UTF-16 code units). */
    int MAX_PROMPT_CHARS = 4_000;

    /** Type of the events; the payload is {@code {"id":..,"state":..,"fraction":..,"previewSeq":..}}. */
    String EVENT = "generation";

    /** Everything that can make something, from all instances, in a stable order. */
    List<CatalogueModel> catalogue(Viewer viewer);

    /**
     * Price and destination of a wish. Reserves nothing.
     *
     * @throws io.heliograph.kernel.ProblemException {@code unknown-model}, {@code bad-option} (every option that does not
     *     fit, by field), {@code bad-reference}, {@code unavailable}
     */
    GenerationQuote quote(Viewer viewer, QuoteCommand command);

    /**
     * Accepts a wish for good: once this returns, it survives any restart. The same key with the same wish within 24 hours
     * gives the same generation again.
     *
     * @param idempotencyKey 8 to 100 letters, digits and {@code . _ : -}, made by the caller for each wish
     * @throws io.heliograph.kernel.ProblemException as {@link #quote}; and {@code validation} (prompt, count, key),
     *     {@code no-credits}, {@code idempotency-mismatch}, {@code too-many-requests} (active jobs)
     */
    Accepted submit(Viewer viewer, String idempotencyKey, GenerationCommand command);

    /** One generation. */
    GenerationView get(Viewer viewer, JobId id);

    /** One's generations, newest first. @param limit 1 to 200 */
    Page<GenerationView> list(Viewer viewer, Filter filter, Optional<Cursor> after, int limit);

    /**
     * Stops a generation. A waiting one ends at once and costs nothing; a running one is asked to stop; a finished one is
     * answered as it is.
     */
    GenerationView cancel(Viewer viewer, JobId id);

    /**
     * Takes a finished generation out of the list and erases its prompt. Results stay in the library.
     *
     * @throws io.heliograph.kernel.ProblemException {@code conflict} while it is not finished
     */
    void delete(Viewer viewer, JobId id);

    /** The newest preview of a running generation; kept in memory for a short time only. */
    Optional<Preview> preview(Viewer viewer, JobId id);

    /** Which generations to list. */
    enum Filter {
        ALL,
        /** Not finished. */
        ACTIVE,
        FINISHED
    }
}
