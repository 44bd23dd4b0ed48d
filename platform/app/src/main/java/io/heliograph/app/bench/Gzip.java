package io.heliograph.app.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Opens what was sent packed. */
final class Gzip {
    private Gzip() {}

    static String text(BenchClient.Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes();
        if (answer.encoding().filter("gzip"::equals).isEmpty()) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (GZIPInputStream open = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(open.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
