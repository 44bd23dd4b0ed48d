package io.heliograph.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person's client: keeps the session's cookie and sends its CSRF token, as the web interface does. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final URI address;
    private final HttpClient client;
    private @Nullable String csrfToken;
    private @Nullable String apiKey;

    Api(URI address) {
        this.address = address;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new LoopbackCookies(new CookieManager()))
                .build();
    }

    /** A client that shows this key instead of a session. */
    public Api withKey(String key) {
        Api other = new Api(address);
        other.apiKey = key;
        return other;
    }

    /** The token that this person's page sends with every change; empty before signing in. */
    public String csrfToken() {
        return csrfToken == null ? "" : csrfToken;
    }

    /** Makes the first administrator and is signed in as that person afterwards. */
    public JsonNode becomeAdministrator(String token, String email, String password) {
        JsonNode session = post(
                        "/api/v1/setup/administrator", Map.of("token", token, "email", email, "password", password))
                .json();
        csrfToken = session.path("csrfToken").asText();
        return session;
    }

    /** Signs in. */
    public Reply signIn(String email, String password) {
        Reply reply = post("/api/v1/session", Map.of("email", email, "password", password));
        if (reply.status() == 200) {
            csrfToken = reply.json().path("csrfToken").asText();
        }
        return reply;
    }

    /** Accepts an invitation and is signed in afterwards. */
    public Reply signUp(String inviteToken, String email, String password) {
        Reply reply = post("/api/v1/sign-up", Map.of("inviteToken", inviteToken, "email", email, "password", password));
        if (reply.status() == 200) {
            csrfToken = reply.json().path("session").path("csrfToken").asText();
        }
        return reply;
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    public Reply post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header(
                        "Idempotency-Key",
                        UUID.nameUUIDFromBytes(text(body).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString())
                .POST(BodyPublishers.ofString(text(body))));
    }

    public Reply postBytes(String path, String mediaType, byte[] body) {
        return send(request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofByteArray(body)));
    }

    /** Any request; these headers win over the usual ones. */
    public Reply send(String method, String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder builder = request(path).method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(builder::setHeader);
        return send(builder);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT);
        if (apiKey != null) {
            builder.header("Authorization", "Bearer " + apiKey);
        } else if (csrfToken != null) {
            builder.header("X-CSRF-Token", csrfToken);
        }
        return builder;
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Reply send(HttpRequest.Builder builder) {
        try {
            HttpResponse<byte[]> response = client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** An answer. */
    public record Reply(int status, Map<String, java.util.List<String>> headers, byte[] body) {
        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }

        /** The first value of a header; empty if there is none. */
        public String header(String name) {
            java.util.List<String> values = headers.getOrDefault(name, java.util.List.of());
            return values.isEmpty() ? "" : values.getFirst();
        }

        /** The problem's code, the last part of its type. */
        public String problem() {
            return json().path("type").asText().replaceFirst(".*/", "");
        }

        @Override
        public String toString() {
            return status + " " + new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
