package io.heliograph.web.openai;

import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.web.port.ResultLinks;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Links of one node, kept as hashes in memory: they last an hour and do not outlive a restart, and the oldest go when
 * there are too many. A picture itself is not lost with its link: it lies in the library. Safe for many threads.
 */
public final class MemoryResultLinks implements ResultLinks {
    private static final int MOST = 100_000;
    private static final int TOKEN_BYTES = 24;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Link> links = new LinkedHashMap<>();

    public MemoryResultLinks(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String create(PrincipalId owner, AssetId asset, Duration lasts) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        synchronized (links) {
            links.values().removeIf(link -> !now.isBefore(link.until()));
            while (links.size() >= MOST) {
                links.remove(links.keySet().iterator().next());
            }
            links.put(hash(token), new Link(new Grant(owner, asset), now.plus(lasts)));
        }
        return token;
    }

    @Override
    public Optional<Grant> open(String token) {
        synchronized (links) {
            return Optional.ofNullable(links.get(hash(token)))
                    .filter(link -> clock.instant().isBefore(link.until()))
                    .map(Link::grant);
        }
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }

    private record Link(Grant grant, Instant until) {}
}
