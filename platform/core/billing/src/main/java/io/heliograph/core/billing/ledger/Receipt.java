package io.heliograph.core.billing.ledger;

import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.UUID;

/**
 * Answer of a booking. The same business key with the same inputs gives an equal receipt, however often.
 *
 * @param transaction id in the journal
 * @param credits what it was about: given, held, delivered, or given back
 */
public record Receipt(UUID transaction, Operation operation, PrincipalId principal, long credits, Instant bookedAt) {}
