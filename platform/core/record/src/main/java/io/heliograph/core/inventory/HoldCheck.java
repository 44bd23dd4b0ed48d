package io.heliograph.core.inventory;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import java.util.Set;

/** Whether a legal hold stops retention and erasure for a principal. */
@Commitment("U4")
@FunctionalInterface
public interface HoldCheck {
    /** Nobody is held. */
    HoldCheck NONE = () -> Set.of();

    /** The principals under a hold now; few by nature. Reads the record, so inside or outside a unit of work. */
    Set<PrincipalId> held();

    /** Whether {@code category} of {@code owner} is held. A hold covers every category but operational data. */
    default boolean holds(PrincipalId owner, DataCategory category) {
        return category != DataCategory.OPERATIONAL && held().contains(owner);
    }
}
