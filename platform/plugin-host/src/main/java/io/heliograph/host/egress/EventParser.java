package io.heliograph.host.egress;

import io.heliograph.spi.http.ServerSentEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of bytes into server-sent events, as the HTML standard says. For one thread. */
final class EventParser {
    private final Consumer<ServerSentEvent> consumer;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private @Nullable String event;
    private boolean hasData;
    private boolean afterReturn;
    private boolean begun;

    EventParser(Consumer<ServerSentEvent> consumer) {
        this.consumer = consumer;
    }

    void take(byte[] bytes) {
        for (byte one : bytes) {
            if (one == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = one == '\r';
            if (one == '\n' || one == '\r') {
                line(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(one);
            }
        }
    }

    private void line(String text) {
        String content = !begun && text.startsWith("\uFEFF") ? text.substring(1) : text;
        begun = true;
        if (content.isEmpty()) {
            dispatch();
            return;
        }
        int colon = content.indexOf(':');
        if (colon == 0) {
            return;
        }
        String field = colon < 0 ? content : content.substring(0, colon);
        String value = colon < 0 ? "" : content.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        switch (field) {
            case "event" -> event = value;
            case "data" -> {
                if (hasData) {
                    data.append('\n');
                }
                hasData = true;
                data.append(value);
            }
            default -> {} // ids and delays are for those who reconnect
        }
    }

    private void dispatch() {
        String name = event;
        boolean any = hasData;
        String text = data.toString();
        event = null;
        hasData = false;
        data.setLength(0);
        if (any) {
            consumer.accept(new ServerSentEvent(Optional.ofNullable(name).filter(n -> !n.isEmpty()), text));
        }
    }
}
