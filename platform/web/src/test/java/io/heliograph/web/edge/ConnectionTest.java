package io.heliograph.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.kernel.Commitment;
import io.heliograph.policy.Purpose;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    @Test
    void forwardedHeadersCountFromTrustedProxiesOnly() throws Exception {
        try (EdgeFixture edge = EdgeFixture.start(
                routes -> EdgeFixture.plain(routes, "open").on("open", Purpose.CATALOGUE, ConnectionTest::facts))) {
            JsonObject facts = new JsonObject(edge.send(edge.request("/api/v1/open")
                            .header("X-Forwarded-For", "6.6.6.6, 203.0.113.9, 127.0.0.2")
                            .header("X-Forwarded-Proto", "https")
                            .header("X-Forwarded-Host", "pictures.example.org"))
                    .body());
            assertThat(facts.getString("address")).isEqualTo("203.0.113.9");
            assertThat(facts.getString("origin")).isEqualTo("https://pictures.example.org");
            assertThat(facts.getBoolean("secure")).isTrue();
            JsonObject direct =
                    new JsonObject(edge.send(edge.request("/api/v1/open")).body());
            assertThat(direct.getString("address")).isEqualTo("127.0.0.1");
            assertThat(direct.getBoolean("loopback")).isTrue();
        }
    }

    @Test
    void signingInOverPlainHttpElsewhereNeedsTheOperatorsWord() {
        ClientFacts lan = new ClientFacts("192.168.1.20", false, false, "http://nas.local:8080", "");
        ClientFacts https = new ClientFacts("192.168.1.20", true, false, "https://nas.local", "");
        ClientFacts here = new ClientFacts("127.0.0.1", false, true, "http://localhost:8080", "");
        SessionCookie strict = new SessionCookie(false);
        assertThatThrownBy(() -> strict.require(lan)).hasMessageContaining("insecure-origin");
        assertThat(strict.allows(https)).isTrue();
        assertThat(strict.allows(here)).isTrue();
        assertThat(new SessionCookie(true).allows(lan)).isTrue();
    }

    @Test
    @Commitment("K1")
    void theCookieIsSecureWhereBrowsersKeepItSoAndPlainWhereTheOperatorAllowsIt() throws Exception {
        Admission all = (purpose, caller, client) -> List.of();
        SessionCookie.Change change = new SessionCookie.Change("secret", Duration.ofDays(14));
        try (EdgeFixture edge = new EdgeFixture(
                4,
                Duration.ofSeconds(5),
                true,
                all,
                routes -> EdgeFixture.plain(routes, "open")
                        .on("open", Purpose.SIGN_IN, call -> Reply.none().with(change)))) {
            HttpResponse<String> here = edge.send(edge.request("/api/v1/open"));
            assertThat(here.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-session=secret")
                    .contains("Secure", "HTTPOnly", "SameSite=Lax", "Path=/", "Max-Age=1209600")
                    .doesNotContain("Domain");
            HttpResponse<String> lan = edge.send(edge.request("/api/v1/open").header("X-Forwarded-Host", "nas.local"));
            assertThat(lan.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("session=secret")
                    .contains("HTTPOnly", "SameSite=Lax")
                    .doesNotContain("Secure");
        }
    }

    @Test
    void rangesOfAddressesAreReadWithoutLookingUpNames() throws Exception {
        assertThat(Cidr.parse("10.0.0.0/8").contains(InetAddress.getByName("10.200.3.4")))
                .isTrue();
        assertThat(Cidr.parse("10.0.0.0/8").contains(InetAddress.getByName("11.0.0.1")))
                .isFalse();
        assertThat(Cidr.parse("192.168.4.0/22").contains(InetAddress.getByName("192.168.7.255")))
                .isTrue();
        assertThat(Cidr.parse("fd00::/8").contains(InetAddress.getByName("fd12::1")))
                .isTrue();
        assertThat(Cidr.parse("::1").contains(InetAddress.getByName("127.0.0.2")))
                .isFalse();
        for (String wrong : List.of("localhost", "10.0.0.0/33", "", "10.0.0.0/-1", "10.0.0")) {
            assertThatThrownBy(() -> Cidr.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aBrowserIsToldByTheWordsPeopleKnow() {
        assertThat(Devices.of("Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0"))
                .isEqualTo("Firefox on Linux");
        assertThat(
                        Devices.of(
                                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1"))
                .isEqualTo("Safari on iPhone");
        assertThat(Devices.of(null)).isEmpty();
    }

    private static Reply facts(Call call) {
        ClientFacts client = call.client();
        return Reply.ok(new JsonObject()
                .put("address", client.address())
                .put("origin", client.origin())
                .put("secure", client.secure())
                .put("loopback", client.loopback()));
    }
}
