package io.heliograph.spi.provider;

import java.nio.charset.StandardCharsets;

/**
 * The plugin's own note of a job at the vendor: opaque text that the host keeps across restarts and upgrades.
 *
 * @param token at most 4,096 bytes of UTF-8; no prompt, no secret
 * @param pluginVersion version that wrote it
 */
public record RemoteJob(String token, String pluginVersion) {
    /** Longest token, in bytes of UTF-8. */
    public static final int MAX_TOKEN_BYTES = 4096;

    public RemoteJob {
        if (token.getBytes(StandardCharsets.UTF_8).length > MAX_TOKEN_BYTES) {
            throw new IllegalArgumentException("a job token has at most " + MAX_TOKEN_BYTES + " bytes");
        }
    }
}
