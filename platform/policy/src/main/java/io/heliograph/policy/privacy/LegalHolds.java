package io.heliograph.policy.privacy;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;

/** Port to the record: whether a law forbids to erase what belongs to somebody. A failure means that nothing is erased. */
@Commitment("U4")
@FunctionalInterface
public interface LegalHolds {
    /** Whether {@code owner} is under a hold now. */
    boolean held(PrincipalId owner);
}
