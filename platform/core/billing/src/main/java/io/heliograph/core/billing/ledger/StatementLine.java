package io.heliograph.core.billing.ledger;

import io.heliograph.kernel.JobId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of a person's statement.
 *
 * @param credits what it is about; never negative
 * @param availableChange what it did to the credits that can be spent: plus, minus, or 0 where only held credits went
 * @param job the generation it belongs to; empty for grants
 * @param reason stable code of a grant ({@code initial}, {@code administrator}); empty otherwise
 */
public record StatementLine(
        UUID id,
        Operation operation,
        long credits,
        long availableChange,
        Optional<JobId> job,
        String reason,
        Instant bookedAt) {}
