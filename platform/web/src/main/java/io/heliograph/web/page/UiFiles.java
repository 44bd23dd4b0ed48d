package io.heliograph.web.page;

import io.heliograph.web.edge.HttpEdge;
import io.heliograph.web.edge.SecurityHeaders;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * The interface's files, from the class path under {@value #ROOT}. Files with a hash in their name are kept by browsers
 * for ever; the page itself never, because it carries a nonce of its own. An address that is no file and looks like a
 * page gets the page: the interface routes by itself. Files are read once and kept in memory with their packed form.
 */
public final class UiFiles implements HttpEdge.Mount {
    /** Where the interface's jar keeps its files. */
    public static final String ROOT = "META-INF/heliograph-ui/";

    /** What the page has where its nonce belongs. */
    public static final String NONCE_PLACEHOLDER = "__CSP_NONCE__";

    private static final Pattern SAFE_PATH = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,200}");
    private static final Pattern HASHED = Pattern.compile("assets/.*[-.][A-Za-z0-9_-]{8,}\\.[a-z0-9]+");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"));
    private static final String NO_PAGE =
            "<!doctype html><html lang=en><meta charset=utf-8><title>Heliograph</title><h1>Heliograph</h1>"
                    + "<p>The service runs, but this build has no interface in it. The API is described at"
                    + " <a href=/api>/api</a>.</p></html>";

    private final ClassLoader loader;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Optional<UiFile>> cache = new ConcurrentHashMap<>();

    /** @param loader where the interface's jar is */
    public UiFiles(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public void mount(Vertx vertx, Router root) {
        root.route("/*").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::serve);
    }

    private void serve(RoutingContext routing) {
        String path = routing.normalizedPath().substring(1);
        if (path.startsWith("api/") || path.startsWith("v1/") || path.equals("metrics")) {
            routing.next();
            return;
        }
        if (path.isEmpty() || path.equals("index.html")) {
            page(routing);
            return;
        }
        Optional<UiFile> file = file(path);
        if (file.isPresent()) {
            send(routing, path, file.get());
        } else if (looksLikeFile(path)) {
            routing.next();
        } else {
            page(routing);
        }
    }

    private static boolean looksLikeFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("assets/") || name.contains(".");
    }

    private void page(RoutingContext routing) {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().encodeToString(bytes);
        String page = file("index.html")
                .map(index -> new String(index.plain(), StandardCharsets.UTF_8))
                .orElse(NO_PAGE)
                .replace(NONCE_PLACEHOLDER, nonce);
        routing.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Security-Policy", SecurityHeaders.pagePolicy(nonce))
                .end(page);
    }

    private static void send(RoutingContext routing, String path, UiFile file) {
        HttpServerResponse response = routing.response();
        boolean packed = file.packed().length > 0
                && Optional.ofNullable(routing.request().getHeader("Accept-Encoding"))
                        .orElse("")
                        .contains("gzip");
        response.putHeader("Content-Type", TYPES.getOrDefault(extension(path), "application/octet-stream"))
                .putHeader(
                        "Cache-Control",
                        HASHED.matcher(path).matches() ? "public, max-age=31536000, immutable" : "public, max-age=300")
                .putHeader("Vary", "Accept-Encoding");
        if (packed) {
            response.putHeader("Content-Encoding", "gzip");
        }
        response.end(Buffer.buffer(packed ? file.packed() : file.plain()));
    }

    private Optional<UiFile> file(String path) {
        if (!SAFE_PATH.matcher(path).matches() || path.contains("..")) {
            return Optional.empty();
        }
        Optional<UiFile> known = cache.get(path);
        if (known != null) {
            return known;
        }
        Optional<UiFile> read = read(path);
        // Unknown paths are not remembered: anybody can invent them.
        read.ifPresent(file -> cache.put(path, read));
        return read;
    }

    private Optional<UiFile> read(String path) {
        try (InputStream in = loader.getResourceAsStream(ROOT + path)) {
            if (in == null || path.endsWith("/")) {
                return Optional.empty();
            }
            byte[] plain = in.readAllBytes();
            String type = TYPES.getOrDefault(extension(path), "");
            boolean text = type.startsWith("text/") || type.contains("json") || type.contains("svg");
            return Optional.of(new UiFile(plain, text && plain.length > 1_024 ? pack(plain) : new byte[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pack(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared; copied nowhere
    private record UiFile(byte[] plain, byte[] packed) {}
}
