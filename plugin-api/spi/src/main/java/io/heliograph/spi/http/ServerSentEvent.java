package io.heliograph.spi.http;

import java.util.Optional;

/** One event of a stream. */
public record ServerSentEvent(Optional<String> event, String data) {
    /** Hides the data. */
    @Override
    public String toString() {
        return "ServerSentEvent[" + event.orElse("message") + "]";
    }
}
