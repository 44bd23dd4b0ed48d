package io.heliograph.core.generation;

import io.heliograph.core.generation.store.JobRow;
import io.heliograph.kernel.AssetId;
import java.util.List;

/** Takes outputs from the spool through media and store into the library. */
interface Delivery {
    /**
     * Prepares and puts every usable output; nothing is visible yet. Repeating it after a crash is harmless.
     *
     * @throws UnusableException when none of the outputs can be kept
     * @throws TryLaterException when a store, the media process or the disk cannot be had just now
     * @throws SpoolLostException when the spool has lost an output
     * @throws io.heliograph.policy.PolicyDeniedException when STORE refuses
     */
    Shelf keep(Order order);

    /** Forgets spool files; what cannot be deleted now goes with the spool's sweep. */
    void forget(List<Made.Kept> files);

    /** What to keep. */
    record Order(JobRow job, Grant grant, JobInput input, Outputs outputs, Stop stop) {}

    /** Results that are kept and not visible yet. */
    interface Shelf {
        /** In the order of the outputs; those that could not be used are left out. */
        List<AssetId> assets();

        /** Makes them visible, in the caller's unit of work. */
        void publish();

        /** Takes them away again, because the job was lost meanwhile. Outside any unit of work. */
        void discard();
    }

    /** No output can be kept: damaged, of another kind, past a limit. */
    final class UnusableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableException(Throwable cause) {
            super("no output can be kept", cause);
        }
    }

    /** Something that is needed cannot be had just now. */
    final class TryLaterException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TryLaterException(Throwable cause) {
            super("a result cannot be kept just now", cause);
        }
    }

    /** The spool has lost an output. */
    final class SpoolLostException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SpoolLostException(Throwable cause) {
            super("the spool has lost an output", cause);
        }
    }
}
