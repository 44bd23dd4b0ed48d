package io.heliograph.core.audit;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The security record: append only. No method changes an entry; each carries the hash of the one before it, so that a
 * change made behind our back is found by {@link #firstBroken}. Entries leave at the end of their period, oldest first.
 */
@Commitment({"V3", "U4", "R2"})
public interface AuditLog {
    /**
     * Appends one entry; inside a unit of work it stands or falls with it, outside it has its own. Takes the head of the
     * log until the unit of work ends, so it comes last.
     */
    void record(AuditEntry.Draft entry);

    /** The newest first, from {@code from} on. */
    Page<AuditEntry> page(Query query, Optional<Cursor> from, int limit);

    /** The number of the oldest entry that does not follow from the one before it; empty if all do. */
    OptionalLong firstBroken();

    /** Removes entries older than {@code before}, oldest first, at most {@code limit}; answers how many. */
    int trim(Instant before, int limit);

    /** How many are older than {@code before}. */
    long countBefore(Instant before);

    /**
     * Which entries; empty parts do not narrow.
     *
     * @param owner those about this principal's things
     * @param actionPrefix as in {@code account.}
     */
    record Query(Optional<PrincipalId> actor, Optional<PrincipalId> owner, Optional<String> actionPrefix) {
        /** All entries. */
        public static Query all() {
            return new Query(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
