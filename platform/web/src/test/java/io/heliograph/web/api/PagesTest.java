package io.heliograph.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.kernel.Commitment;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PagesTest {
    @SuppressWarnings("NullAway.Init") // set before all tests
    private static ApiFixture api;

    @BeforeAll
    static void start() throws Exception {
        api = new ApiFixture();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    @Commitment({"T2", "K4"})
    void eachPageHasANonceOfItsOwnAndAllowsNothingElse() throws Exception {
        HttpResponse<String> first = api.send(api.request("/"));
        HttpResponse<String> second = api.send(api.request("/library/some-id"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(nonce(first)).isNotEqualTo(nonce(second));
        assertThat(first.body()).contains("nonce=\"" + nonce(first) + "\"").doesNotContain("__CSP_NONCE__");
        String policy = first.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("http");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    private static String nonce(HttpResponse<String> page) {
        Matcher matcher = Pattern.compile("'nonce-([A-Za-z0-9_=-]+)'")
                .matcher(page.headers().firstValue("Content-Security-Policy").orElseThrow());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void filesWithAHashInTheirNameAreKeptForEverAndComePacked() throws Exception {
        HttpResponse<String> script = api.send(api.request("/assets/index-D4f9k2Lq.js"));
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(script.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        HttpResponse<String> packed =
                api.send(api.request("/assets/index-D4f9k2Lq.js").header("Accept-Encoding", "gzip"));
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(api.send(api.request("/assets/missing-D4f9k2Lq.js")).statusCode())
                .isEqualTo(404);
        assertThat(api.send(api.request("/favicon.ico")).statusCode()).isEqualTo(404);
        assertThat(api.send(api.request("/../heliograph.yaml")).statusCode()).isNotEqualTo(500);
        assertThat(api.send(api.request("/api/v2/session")).statusCode()).isEqualTo(404);
    }

    @Test
    void theContractReadsAsAPageAndAsTheFileItself() throws Exception {
        HttpResponse<String> page = api.send(api.request("/api"));
        assertThat(page.body())
                .contains("createGeneration")
                .contains("/assets/{assetId}")
                .doesNotContain("<script");
        HttpResponse<String> file = api.send(api.request("/api/openapi.yaml"));
        assertThat(file.body()).startsWith("openapi: 3.1.0");
    }

    @Test
    void readyMeansThatAPersonCouldBeServed() throws Exception {
        assertThat(api.send(api.request("/health/live")).statusCode()).isEqualTo(200);
        assertThat(api.send(api.request("/health/ready")).statusCode()).isEqualTo(200);
        api.notReady.add("database");
        HttpResponse<String> missing = api.send(api.request("/health/ready"));
        api.notReady.clear();
        assertThat(missing.statusCode()).isEqualTo(503);
        assertThat(new JsonObject(missing.body()).getJsonArray("missing")).containsExactly("database");
        assertThat(missing.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void whereNobodyCanSignInAPageSaysWhyInTheBrowsersLanguage() throws Exception {
        String english = api.raw("/sign-in", "pictures.lan", "fr, en;q=0.5");
        assertThat(english)
                .startsWith("HTTP/1.1 403")
                .containsIgnoringCase("content-type: text/html")
                .contains("<html lang=\"en\">")
                .contains("Signing in does not work over this connection")
                .contains("heliograph run --tls self")
                .doesNotContain("<script");
        assertThat(api.raw("/", "pictures.lan", "de-AT"))
                .startsWith("HTTP/1.1 403")
                .contains("<html lang=\"de\">")
                .contains("Über diese Verbindung kann sich niemand anmelden");
        assertThat(api.raw("/privacy", "pictures.lan", "en")).startsWith("HTTP/1.1 200");
        assertThat(api.raw("/api/v1/session", "pictures.lan", "en")).startsWith("HTTP/1.1 200");
        assertThat(api.raw("/assets/index-D4f9k2Lq.js", "pictures.lan", "en")).startsWith("HTTP/1.1 200");
        assertThat(api.raw("/sign-in", "localhost", "en")).startsWith("HTTP/1.1 200");
    }
}
