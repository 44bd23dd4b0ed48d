package io.heliograph.web.api;

import io.heliograph.core.library.ResultLinks;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.PrincipalId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Links that never end, counted. */
final class FakeResultLinks implements ResultLinks {
    private final Map<String, Grant> links = new ConcurrentHashMap<>();

    @Override
    public String create(PrincipalId owner, AssetId asset, Duration lasts) {
        String token = "link-" + links.size();
        links.put(token, new Grant(owner, asset));
        return token;
    }

    @Override
    public Optional<Grant> open(String token) {
        return Optional.ofNullable(links.get(token));
    }
}
