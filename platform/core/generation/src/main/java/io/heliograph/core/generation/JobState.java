package io.heliograph.core.generation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a job stands, with the diagram of allowed moves as data. Names are kept in the database and never changed.
 *
 * <pre>
 *   QUEUED -> STARTING -> SUBMITTING -> WORKING -> FETCHING -> SPOOLED -> SUCCEEDED
 *      ^         |            |  |        |  ^         |
 *      +---------+------------+  +------> UNKNOWN -> EXPIRED
 * </pre>
 */
enum JobState {
    /** Waits for its turn; nothing was sent. */
    QUEUED(GenerationState.QUEUED),
    /** Claimed; nothing was sent. */
    STARTING(GenerationState.RUNNING),
    /** Its key is written and the call may be on its way. */
    SUBMITTING(GenerationState.RUNNING),
    /** The engine works on it as a remote job. */
    WORKING(GenerationState.RUNNING),
    /** The work is done; results are being downloaded into the spool. */
    FETCHING(GenerationState.STORING),
    /** The results lie in the spool and are being kept. */
    SPOOLED(GenerationState.STORING),
    /** The answer was lost: nobody knows whether the work was done. */
    UNKNOWN(GenerationState.UNKNOWN),
    /** Nobody found out in time; the person has the credits back. A late result is still delivered. */
    EXPIRED(GenerationState.FAILED),
    SUCCEEDED(GenerationState.SUCCEEDED),
    FAILED(GenerationState.FAILED),
    CANCELED(GenerationState.CANCELED);

    private static final Map<JobState, Set<JobState>> MOVES = new EnumMap<>(Map.of(
            QUEUED, EnumSet.of(STARTING, FAILED, CANCELED),
            STARTING, EnumSet.of(QUEUED, SUBMITTING, FAILED, CANCELED),
            SUBMITTING, EnumSet.of(QUEUED, WORKING, FETCHING, SPOOLED, UNKNOWN, FAILED, CANCELED),
            WORKING, EnumSet.of(WORKING, FETCHING, SPOOLED, UNKNOWN, FAILED, CANCELED),
            FETCHING, EnumSet.of(FETCHING, WORKING, SPOOLED, FAILED, CANCELED),
            SPOOLED, EnumSet.of(SPOOLED, WORKING, QUEUED, SUCCEEDED, FAILED, CANCELED),
            UNKNOWN, EnumSet.of(UNKNOWN, QUEUED, WORKING, FETCHING, SPOOLED, EXPIRED, FAILED, CANCELED),
            EXPIRED, EnumSet.of(EXPIRED, WORKING, FETCHING, SPOOLED, FAILED)));

    private final GenerationState shown;

    JobState(GenerationState shown) {
        this.shown = shown;
    }

    /** Whether the diagram has this move. */
    boolean mayBecome(JobState next) {
        return MOVES.getOrDefault(this, Set.of()).contains(next);
    }

    /** What people see; {@code cancelRequested} shows where the job can still be stopped. */
    GenerationState shown(boolean cancelRequested) {
        return cancelRequested && shown == GenerationState.RUNNING ? GenerationState.CANCELING : shown;
    }

    /** Whether the walk is over. */
    boolean ended() {
        return this == SUCCEEDED || this == FAILED || this == CANCELED;
    }

    /** Whether it is certain that nothing was sent. */
    boolean unsent() {
        return this == QUEUED || this == STARTING;
    }

    /** Whether the engine is busy with it. */
    boolean occupiesEngine() {
        return this == STARTING || this == SUBMITTING || this == WORKING;
    }
}
