package io.heliograph.core.inventory;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a feature that keeps personal data lets go of it. Every feature with an {@link EntityContribution} that keeps any
 * category but {@link DataCategory#OPERATIONAL} implements it; a test fails on one that does not.
 *
 * <p>The walk: in one transaction {@link #tombstone} of every participant runs (invisible at once, epochs moved,
 * reservations of unsubmitted jobs released). Then, phase by phase, {@link #step} is called until it is finished. Steps
 * are bounded (a few seconds, some hundred things), repeat harmlessly, and resume at the checkpoint of the last answer
 * after a crash. At the end {@link #remaining} measures that nothing is left: a count above nought sends the walk back.
 */
@Commitment("G3")
public interface ErasureParticipant {
    /** The feature's name, as in {@link EntityContribution#feature()}. */
    String feature();

    /** The phases this participant has steps in. */
    Set<ErasurePhase> phases();

    /** The categories it answers for. */
    Set<DataCategory> categories();

    /** Makes what the order covers invisible and unusable; runs in the one transaction of the order, record only. */
    void tombstone(ErasureOrder order);

    /**
     * Does some of the work of {@code phase}, outside any transaction of the caller.
     *
     * @param checkpoint of the previous answer; empty at the first step of the phase
     */
    ErasureStep step(ErasureOrder order, ErasurePhase phase, Optional<String> checkpoint);

    /**
     * What is still there of what the order erases, measured by looking; empty when nothing is. Things kept by
     * disposition are not counted.
     */
    List<Holding> remaining(ErasureOrder order);
}
