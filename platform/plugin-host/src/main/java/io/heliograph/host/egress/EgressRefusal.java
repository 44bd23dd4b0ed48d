package io.heliograph.host.egress;

import io.heliograph.kernel.InstanceId;
import java.time.Instant;

/**
 * A connection that was refused.
 *
 * @param reason stable word: {@code undeclared-host}, {@code private-address}, {@code not-encrypted}, {@code bad-address}
 */
public record EgressRefusal(Instant at, InstanceId instance, String host, int port, String reason) {}
