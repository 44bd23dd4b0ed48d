package io.heliograph.core.privacy;

import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.inventory.ErasureStep;
import io.heliograph.core.inventory.Tally;
import io.heliograph.core.privacy.store.ErasureStore;
import io.heliograph.core.tx.Leases;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks through the erasure orders, phase by phase and participant by participant. After each step the checkpoint and what
 * was done are committed; a crash repeats at most the last step, whose count may then be missing from the receipt, never
 * its work. A step that waits or fails is tried again later and is never taken for done. An order ends only when every
 * participant measured that nothing is left.
 *
 * <p>Any number of nodes may walk: an order is leased to one at a time.
 */
@Commitment("G3")
public final class ErasureWalk {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureWalk.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    private final Tx tx;
    private final InstantSource clock;
    private final Leases leases;
    private final AuditLog audit;
    private final List<ErasureParticipant> participants;
    private final ErasureStore store = new ErasureStore();

    /** A walker over these participants, in this order within each phase. */
    public ErasureWalk(
            Tx tx, InstantSource clock, Leases leases, AuditLog audit, List<ErasureParticipant> participants) {
        this.tx = tx;
        this.clock = clock;
        this.leases = leases;
        this.audit = audit;
        this.participants = List.copyOf(participants);
    }

    /** Takes every due order as far as it goes now; for a chore that runs every few seconds. */
    public void run() {
        while (runOne()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    /**
     * Takes one due order as far as it goes now.
     *
     * @return whether there was one
     */
    public boolean runOne() {
        Optional<Work> work = tx.required(() -> {
            Leases.Lease lease = leases.grant(LEASE);
            return store.claim(clock.instant(), lease).map(claimed -> new Work(claimed, lease));
        });
        work.ifPresent(this::walk);
        return work.isPresent();
    }

    private void walk(Work work) {
        try {
            for (ErasurePhase phase : ErasurePhase.values()) {
                for (ErasureParticipant participant : participants) {
                    if (participant.phases().contains(phase) && !finish(work, phase, participant)) {
                        return;
                    }
                }
            }
            end(work);
        } catch (LeaseLostException lost) {
            LOG.warn("Erasure {} is in other hands now", work.order().id(), lost);
        }
    }

    /** Runs a participant's phase to its end; false if the walk must stop here for now. */
    private boolean finish(Work work, ErasurePhase phase, ErasureParticipant participant) {
        Optional<ErasureStore.Progress> before =
                tx.required(() -> store.progress(work.order().id(), phase, participant.feature()));
        if (before.isPresent() && before.get().done()) {
            return true;
        }
        Optional<String> checkpoint = before.flatMap(ErasureStore.Progress::checkpoint);
        while (true) {
            ErasureStep step;
            try {
                step = participant.step(work.order(), phase, checkpoint);
            } catch (RuntimeException failure) {
                // The edge of a step: whatever goes wrong in a participant is tried again, and the operator is told.
                LOG.error(
                        "Erasure {} failed in {} of {}; it is tried again",
                        work.order().id(),
                        phase,
                        participant.feature(),
                        failure);
                pause(work, backOff(work), "failed:" + participant.feature());
                return false;
            }
            switch (step) {
                case ErasureStep.More(String next, List<Tally> tallies) -> {
                    keep(work, phase, participant, false, next, tallies);
                    checkpoint = Optional.of(next);
                }
                case ErasureStep.Finished(List<Tally> tallies) -> {
                    keep(work, phase, participant, true, "", tallies);
                    return true;
                }
                case ErasureStep.Waiting(Duration after, String reason) -> {
                    pause(work, after, reason);
                    return false;
                }
            }
        }
    }

    private void keep(
            Work work,
            ErasurePhase phase,
            ErasureParticipant participant,
            boolean done,
            String checkpoint,
            List<Tally> tallies) {
        tx.required(() -> {
            if (!store.renew(work.order().id(), leases.renew(work.lease(), LEASE))) {
                throw new LeaseLostException();
            }
            store.advance(work.order().id(), phase, participant.feature(), done, checkpoint, tallies);
        });
    }

    private void end(Work work) {
        for (ErasureParticipant participant : participants) {
            if (!participant.remaining(work.order()).isEmpty()) {
                LOG.warn(
                        "Erasure {} found something left in {}; it starts over",
                        work.order().id(),
                        participant.feature());
                startOver(work, participant);
                return;
            }
        }
        tx.required(() -> {
            if (!store.finish(work.order().id(), work.lease().token(), clock.instant())) {
                throw new LeaseLostException();
            }
            audit.record(AuditEntry.of("erasure.done")
                    .on("erasure", work.order().id())
                    .ownedBy(work.order().owner()));
        });
    }

    private void pause(Work work, Duration after, String reason) {
        tx.required(() -> store.pause(
                work.order().id(),
                work.lease().token(),
                clock.instant().plus(after),
                reason,
                work.claimed().attempts() + 1));
    }

    /** Something came in while the walk went on, as by a request that had passed the gate before: it is covered now. */
    private void startOver(Work work, ErasureParticipant withLeft) {
        tx.required(() -> {
            participants.forEach(participant -> participant.tombstone(work.order()));
            store.startOver(
                    work.order().id(),
                    work.lease().token(),
                    clock.instant().plus(backOff(work)),
                    "left:" + withLeft.feature(),
                    work.claimed().attempts() + 1);
        });
    }

    private static Duration backOff(Work work) {
        int doublings = Math.min(work.claimed().attempts(), MOST_DOUBLINGS);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private record Work(ErasureStore.Claimed claimed, Leases.Lease lease) {
        ErasureOrder order() {
            return claimed.order();
        }
    }

    private static final class LeaseLostException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
