package io.heliograph.core.privacy;

import io.heliograph.core.inventory.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of an order to erase: counts of what was erased, kept by law, and not possible; no content, no names.
 *
 * @param id of the order
 * @param scope {@code account}, {@code objects} or {@code range}
 * @param orderedAt when the person, or an administrator, asked
 * @param dueAt when it begins, where it still waits for its day
 * @param finishedAt when it was measured that nothing is left; empty while the walk goes on
 * @param waitingFor stable code of what it waits for; empty text if for nothing
 */
public record ErasureReceipt(
        UUID id,
        String scope,
        Instant orderedAt,
        Optional<Instant> dueAt,
        Optional<Instant> finishedAt,
        String waitingFor,
        List<Tally> tallies) {
    public ErasureReceipt {
        tallies = List.copyOf(tallies);
    }

    /** How far it is. */
    public State state() {
        if (finishedAt.isPresent()) {
            return State.DONE;
        }
        return dueAt.isPresent() ? State.SCHEDULED : State.RUNNING;
    }

    /** Where an order stands. */
    public enum State {
        /** Waits for its day and can be taken back. */
        SCHEDULED,
        /** Begun: nothing is to be seen any more, and it goes piece by piece. */
        RUNNING,
        /** Nothing is left. */
        DONE
    }
}
