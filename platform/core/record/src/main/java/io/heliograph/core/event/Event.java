package io.heliograph.core.event;

import io.heliograph.kernel.PrincipalId;
import java.time.Instant;

/**
 * Something that happened to a principal's things.
 *
 * @param seq position in the principal's own log: 1, 2, 3 ... without a gap, in the order of commits
 * @param type stable word, such as {@code job.progress}
 * @param json payload: ids, codes and numbers; never a prompt, never a secret, for it is not sealed
 * @param occurredAt when it was appended
 */
public record Event(PrincipalId principal, long seq, String type, String json, Instant occurredAt) {}
