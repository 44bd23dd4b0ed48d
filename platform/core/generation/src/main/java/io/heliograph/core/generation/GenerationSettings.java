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
        int maxSteps) {
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
                64);
    }
}
