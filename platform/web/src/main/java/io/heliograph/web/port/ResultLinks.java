package io.heliograph.web.port;

import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.PrincipalId;
import java.time.Duration;
import java.util.Optional;

/** Links to results that open without a key for a while. What a link opens is asked at REVEAL each time it is used. */
public interface ResultLinks {
    /** Makes a link's token; only its hash is kept. */
    String create(PrincipalId owner, AssetId asset, Duration lasts);

    /** What a token opens; empty for one that is unknown or past its time. */
    Optional<Grant> open(String token);

    /** What a link opens, in whose name. */
    record Grant(PrincipalId owner, AssetId asset) {}
}
