/**
 * So much per window, for each address, account, key, model and instance.
 *
 * <p>Read first: {@link io.heliograph.policy.ratelimit.RateLimits} (the limits and their defaults),
 * {@link io.heliograph.policy.ratelimit.RateLimitModule} (which asks all that fit) and
 * {@link io.heliograph.policy.ratelimit.Buckets} (where the tokens are: here in this process; shared buckets take the same
 * place when there are several nodes).
 *
 * <p>Imports the engine's words; imported by whoever builds the engine, and by web for the header fields. What must
 * always hold: a refused question takes nothing from any limit; a question heavier than a limit's capacity counts as the
 * capacity, so that it can be served at all; IPv6 addresses count by their /64. When shared buckets cannot be reached,
 * their exception means Deny, as with every module.
 */
@NullMarked
package io.heliograph.policy.ratelimit;

import org.jspecify.annotations.NullMarked;
