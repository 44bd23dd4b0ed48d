package io.heliograph.core.generation.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A job as it is accepted.
 *
 * @param deadline from now, on the database's clock
 */
public record NewJob(
        UUID id,
        UUID principal,
        String idempotencyKey,
        String instance,
        String model,
        String modelTitle,
        String kind,
        String origin,
        int count,
        long creditsEach,
        long credits,
        byte[] inputSealed,
        int priority,
        Instant createdAt,
        Duration deadline,
        Optional<Instant> keepUntil) {}
