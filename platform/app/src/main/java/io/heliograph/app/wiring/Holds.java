package io.heliograph.app.wiring;

import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.privacy.LegalHolds;
import java.util.Set;

/**
 * Whom a legal hold stops retention and erasure for: the one seam for both ports, {@link LegalHolds} at the ERASE gate
 * and {@link HoldCheck} in the sweeps. Holds themselves are no part of this version, so nobody is held; whoever adds them
 * answers both here, from one table.
 */
interface Holds extends LegalHolds, HoldCheck {
    /** Nobody is held. */
    Holds NOBODY = Set::of;

    @Override
    default boolean held(PrincipalId owner) {
        return held().contains(owner);
    }
}
