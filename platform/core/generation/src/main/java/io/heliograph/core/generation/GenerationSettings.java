package io.heliograph.core.generation;

import java.time.Duration;

/**
 * Limits of the queue.
 *
 * @param waitLimit longest a job waits for its turn
 * @param workLimit longest an engine works on a job
 * @param callLimit longest one call of an engine takes
 * @param leaseLength how long a claim holds without a heartbeat; at least 5 s
 * @param spoolLife how long a result that cannot be kept is tried again; shorter than the spool's own sweep
 * @param lateFor how long a result thought lost is still looked for
 * @param keyLife how long an idempotency key names its wish
 * @param maxAttempts how often work is begun of which it is certain that nothing happened
 * @param maxBrokenSteps how often a step of one job may break by a fault of ours
 * @param maxSteps steps that run at once in this process besides what instances allow to start
 */
public record GenerationSettings(
        Duration waitLimit,
        Duration workLimit,
        Duration callLimit,
        Duration leaseLength,
        Duration spoolLife,
        Duration lateFor,
        Duration keyLife,
        int maxAttempts,
        int maxBrokenSteps,
        int maxSteps) {
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(5);

    /** The same with another longest time an engine works on a job; no call of it takes longer. */
    public GenerationSettings within(Duration workedOn) {
        return new GenerationSettings(
                waitLimit,
                workedOn,
                callLimit.compareTo(workedOn) < 0 ? callLimit : workedOn,
                leaseLength,
                spoolLife,
                lateFor,
                keyLife,
                maxAttempts,
                maxBrokenSteps,
                maxSteps);
    }

    /** The same with another length of leases, which is 5 s where it is shorter. */
    public GenerationSettings leasedFor(Duration length) {
        return new GenerationSettings(
                waitLimit,
                workLimit,
                callLimit,
                length.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : length,
                spoolLife,
                lateFor,
                keyLife,
                maxAttempts,
                maxBrokenSteps,
                maxSteps);
    }

    /** What suits most installations. */
    public static GenerationSettings usual() {
        return new GenerationSettings(
                Duration.ofHours(24),
                Duration.ofHours(2),
                Duration.ofMinutes(30),
                Duration.ofSeconds(30),
                Duration.ofMinutes(50),
                Duration.ofHours(24),
                Duration.ofHours(24),
                5,
                8,
                64);
    }

    /** The same with another number of steps at once. @param steps at least 1 */
    public GenerationSettings stepping(int steps) {
        return new GenerationSettings(
                waitLimit,
                workLimit,
                callLimit,
                leaseLength,
                spoolLife,
                lateFor,
                keyLife,
                maxAttempts,
                maxBrokenSteps,
                steps);
    }
}
