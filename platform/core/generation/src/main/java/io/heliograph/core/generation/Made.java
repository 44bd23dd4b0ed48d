package io.heliograph.core.generation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One output of an engine on its way to the library. */
sealed interface Made {
    OptionalLong seed();

    /** Bytes in the spool. @param name the spool file's */
    record Kept(String name, String mediaType, long sizeBytes, OptionalLong seed) implements Made {}

    /** Bytes at an address that the host downloads. */
    record Away(String address, Map<String, String> headers, Optional<Instant> expires, OptionalLong seed)
            implements Made {
        public Away {
            headers = Map.copyOf(headers);
        }

        /** Hides address and headers: they may hold a token. */
        @Override
        public String toString() {
            return "Away[]";
        }
    }
}
