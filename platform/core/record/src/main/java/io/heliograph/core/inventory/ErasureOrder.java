package io.heliograph.core.inventory;

import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One order to erase: whose data, how much of it, and what becomes of each category. It is kept until its receipt is
 * written, so a step may see it again after any crash.
 *
 * @param id of the order and of its receipt
 * @param owner whose data
 * @param scope all of it or some
 * @param dispositions one answer for each category the order touches; a category that is absent is left alone
 * @param orderedAt when the person asked, or the period ended
 */
public record ErasureOrder(
        UUID id,
        PrincipalId owner,
        ErasureScope scope,
        Map<DataCategory, Disposition> dispositions,
        Instant orderedAt) {
    public ErasureOrder {
        dispositions = Map.copyOf(dispositions);
    }

    /** What happens to {@code category}; empty if this order leaves it alone. */
    public Optional<Disposition> disposition(DataCategory category) {
        return Optional.ofNullable(dispositions.get(category));
    }

    /** Whether {@code category} is to be erased outright. */
    public boolean erases(DataCategory category) {
        return dispositions.get(category) instanceof Disposition.Erase;
    }
}
