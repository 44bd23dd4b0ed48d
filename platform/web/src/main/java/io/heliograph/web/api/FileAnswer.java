package io.heliograph.web.api;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.web.edge.Exchange;
import io.heliograph.web.port.Assets;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a file: whole, one range of it, or that nothing changed. What not everybody may see is kept by the browser that
 * asked only, and asked for again each time, so that a deletion or a change of visibility is felt at once (V1).
 */
@Commitment("V1")
final class FileAnswer {
    private FileAnswer() {}

    static void send(Exchange exchange, Assets.Content content, boolean download) throws IOException {
        String etag = "\"" + content.sha256() + "\"";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", etag);
        headers.put("Accept-Ranges", "bytes");
        headers.put("Cache-Control", content.visibleToAll() ? "public, max-age=300" : "private, no-cache");
        headers.put("Content-Type", content.mediaType());
        headers.put("Content-Disposition", disposition(content, download));
        if (exchange.header("If-None-Match").filter(sent -> matches(sent, etag)).isPresent()) {
            headers.remove("Content-Type");
            headers.remove("Content-Disposition");
            exchange.begin(304, headers).close();
            return;
        }
        Optional<Range> range = exchange.header("Range")
                .filter(_ -> exchange.header("If-Range").map(etag::equals).orElse(true))
                .flatMap(text -> Range.parse(text, content.bytes()));
        Range sent = range.orElse(new Range(0, content.bytes()));
        headers.put("Content-Length", String.valueOf(sent.length()));
        range.ifPresent(part -> headers.put(
                "Content-Range",
                "bytes " + part.offset() + "-" + (part.offset() + part.length() - 1) + "/" + content.bytes()));
        try (OutputStream out = exchange.begin(range.isPresent() ? 206 : 200, headers)) {
            content.body().copyTo(sent.offset(), sent.length(), out);
        }
    }

    private static boolean matches(String sent, String etag) {
        return sent.equals("*") || sent.contains(etag);
    }

    private static String disposition(Assets.Content content, boolean download) {
        String kind = download ? "attachment" : "inline";
        if (content.fileName().isEmpty()) {
            return kind;
        }
        String name = URLEncoder.encode(content.fileName().get(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return kind + "; filename*=UTF-8''" + name;
    }

    /** One range of a file. */
    record Range(long offset, long length) {
        /**
         * Reads {@code Range}. Several ranges, other units and nonsense are passed over, as the standard allows.
         *
         * @throws ProblemException {@code range-not-satisfiable} for one that begins behind the end
         */
        static Optional<Range> parse(String text, long size) {
            String lower = text.toLowerCase(Locale.ROOT).replace(" ", "");
            if (!lower.matches("bytes=([0-9]{1,15}-[0-9]{0,15}|-[0-9]{1,15})")) {
                return Optional.empty();
            }
            String spec = lower.substring("bytes=".length());
            int dash = spec.indexOf('-');
            if (dash == 0) {
                long last = Math.min(size, Long.parseLong(spec.substring(1)));
                return satisfiable(size - last, last);
            }
            long first = Long.parseLong(spec.substring(0, dash));
            long end =
                    dash == spec.length() - 1 ? size - 1 : Math.min(size - 1, Long.parseLong(spec.substring(dash + 1)));
            boolean backwards = dash < spec.length() - 1 && Long.parseLong(spec.substring(dash + 1)) < first;
            return backwards ? Optional.empty() : satisfiable(first, end - first + 1);
        }

        private static Optional<Range> satisfiable(long offset, long length) {
            if (length < 1) {
                throw ProblemException.of(ProblemType.RANGE_NOT_SATISFIABLE);
            }
            return Optional.of(new Range(offset, length));
        }
    }
}
