package io.heliograph.core.privacy;

import io.heliograph.core.privacy.store.DisclosureStore;
import io.heliograph.core.tx.Tx;
import io.heliograph.host.guard.Disclosure;
import io.heliograph.host.guard.DisclosureRecorder;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.kernel.Uuids;
import io.heliograph.policy.ObjectRef;
import io.heliograph.policy.retention.Keep;
import io.heliograph.policy.retention.RetentionPeriods;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The record of disclosures (T1). An entry is committed before the call it tells of, so a call whose entry cannot be kept
 * does not happen; an entry therefore says what was handed over, not that it arrived. Safe for many threads.
 */
@Commitment("T1")
public final class Disclosures implements DisclosureRecorder {
    /** Most entries about single things. */
    public static final int MOST_OF_OBJECTS = 200;

    private final Tx tx;
    private final Ids ids;
    private final Supplier<RetentionPeriods> periods;
    private final DisclosureStore store = new DisclosureStore();

    /** @param periods those in force; an entry keeps the deadline it was born with */
    public Disclosures(Tx tx, Ids ids, Supplier<RetentionPeriods> periods) {
        this.tx = tx;
        this.ids = ids;
        this.periods = periods;
    }

    /** Keeps the entry. @throws IllegalStateException if disclosures have no retention period */
    @Override
    public void record(Disclosure disclosure) {
        Keep keep = periods.get()
                .keep(DataCategory.DISCLOSURE, Optional.empty())
                .orElseThrow(() -> new IllegalStateException("disclosures have no retention period"));
        UUID id = ids.next();
        tx.required(() -> store.insert(
                id,
                disclosure,
                switch (keep) {
                    case Keep.For(var period) -> Optional.of(disclosure.at().plus(period));
                    case Keep.WithAccount() -> Optional.empty();
                }));
    }

    /**
     * What of {@code owner}'s data went where, newest first.
     *
     * @throws ProblemException {@link ProblemType#BAD_CURSOR}
     */
    public Page<DisclosureEntry> page(PrincipalId owner, Optional<Cursor> after, int limit) {
        Optional<UUID> before = after.map(cursor -> cursor.keys().size() == 1
                ? Uuids.parse(cursor.keys().getFirst()).orElseThrow(() -> ProblemException.of(ProblemType.BAD_CURSOR))
                : refuse());
        List<DisclosureEntry> rows = tx.required(() -> store.newest(owner, before, limit + 1));
        return Page.cut(rows, limit, last -> Cursor.of(last.id().toString()));
    }

    private static UUID refuse() {
        throw ProblemException.of(ProblemType.BAD_CURSOR);
    }

    /** Where the data of these things of {@code owner} went, newest first, at most {@link #MOST_OF_OBJECTS}. */
    public List<DisclosureEntry> of(PrincipalId owner, Collection<ObjectRef> objects) {
        return objects.isEmpty() ? List.of() : tx.required(() -> store.ofObjects(owner, objects, MOST_OF_OBJECTS));
    }
}
