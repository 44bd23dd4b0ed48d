package io.heliograph.spi.provider;

import io.heliograph.spi.bytes.SpoolToken;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One result. The host decides by content what it is. */
public sealed interface Output {
    /** Seed it was made with, where the engine has such a thing. */
    OptionalLong seed();

    /** Bytes in the host's spool. */
    record Spooled(SpoolToken token, OptionalLong seed) implements Output {}

    /**
     * Bytes at an address that the HOST downloads through egress.
     *
     * @param headers sent with the download
     * @param expires when the address stops working
     */
    record Remote(URI address, Map<String, String> headers, Optional<Instant> expires, OptionalLong seed)
            implements Output {
        public Remote {
            headers = Map.copyOf(headers);
        }

        /** Hides address and headers: they may hold a token. */
        @Override
        public String toString() {
            return "Remote[host=" + address.getHost() + "]";
        }
    }
}
