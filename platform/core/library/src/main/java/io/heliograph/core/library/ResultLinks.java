package io.heliograph.core.library;

import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.PrincipalId;
import java.time.Duration;
import java.util.Optional;

/**
 * Links to results that open without signing in for a while. What a link opens is asked at REVEAL each time it is used, so it
 * is dead at once when the result is deleted (V1). Safe for many threads.
 */
public interface ResultLinks {
    /** Makes a link and answers its token, which is told nowhere else: only its hash is kept. */
    String create(PrincipalId owner, AssetId asset, Duration lasts);

    /** What a token opens; empty for one that is unknown or past its time. */
    Optional<Grant> open(String token);

    /** What a link opens, in whose name. */
    record Grant(PrincipalId owner, AssetId asset) {}
}
