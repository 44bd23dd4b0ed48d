package io.heliograph.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.heliograph.host.config.HostPort;
import io.heliograph.host.egress.TlsTrust;
import io.heliograph.kernel.Commitment;
import io.heliograph.spi.http.HttpBody;
import io.heliograph.spi.http.HttpCall;
import io.heliograph.spi.http.HttpReply;
import io.heliograph.spi.http.NetworkConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Between the check and the connection nothing moves: not the address of a name, and not the place of an answer. */
@Commitment("T2")
@EnabledOnOs(OS.LINUX) // where every address of 127.0.0.0/8 is this machine
class EgressPinningTest {
    private static final String ENGINE = "engine.local";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final List<String> met = new CopyOnWriteArrayList<>();
    private HttpServer first;
    private HttpServer second;
    private EgressWorld world;
    private int port;

    @BeforeEach
    void start() throws Exception {
        first = server("127.0.0.1", 0);
        port = first.getAddress().getPort();
        second = server("127.0.0.2", port);
        world = new EgressWorld(TlsTrust.system(), Set.of(new HostPort(ENGINE, port)));
    }

    private HttpServer server(String digits, int wanted) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(digits), wanted), 0);
        server.createContext("/", exchange -> {
            met.add(digits + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI());
            String query = exchange.getRequestURI().getQuery();
            if (query != null && query.startsWith("to=")) {
                exchange.getResponseHeaders().add("Location", query.substring(3));
                exchange.sendResponseHeaders(307, -1);
            } else {
                exchange.sendResponseHeaders(200, -1);
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    @AfterEach
    void stop() {
        world.close();
        first.stop(0);
        second.stop(0);
    }

    private HttpReply get(String path) throws Exception {
        return world.network().send(HttpCall.get(URI.create("http://" + ENGINE + ":" + port + path), Map.of()));
    }

    @Test
    void aNameThatMovesBetweenCheckAndConnectionIsMetWhereItWasChecked() throws Exception {
        world.answer(ENGINE, "127.0.0.1", "127.0.0.2");
        get("/one");
        assertThat(world.lookUps).hasSize(1);
        assertThat(met).containsExactly("127.0.0.1 GET /one");
        get("/two");
        assertThat(world.lookUps).hasSize(2);
        assertThat(met).last().isEqualTo("127.0.0.2 GET /two");
    }

    @Test
    void aRawConnectionAndAWebSocketLookUpOnceToo() throws Exception {
        world.answer(ENGINE, "127.0.0.1", "127.0.0.2");
        try (NetworkConnection open = world.network().connect(ENGINE, port, false, LIMIT)) {
            byte[] request = "GET /raw HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            open.write(request, 0, request.length);
            assertThat(open.read(new byte[1], 0, 1)).isEqualTo(1);
        }
        assertThat(met).containsExactly("127.0.0.1 GET /raw");
        assertThat(world.lookUps).hasSize(1);
        world.answer(ENGINE, "127.0.0.1", "127.0.0.2");
        assertThat(EgressWorld.failure(() -> world.network()
                                .webSocket(URI.create("ws://" + ENGINE + ":" + port + "/socket"), Map.of(), LIMIT))
                        .code())
                .isEqualTo("not-connected");
        assertThat(met).last().isEqualTo("127.0.0.1 GET /socket");
        assertThat(world.lookUps).hasSize(2);
    }

    @Test
    void aDeclaredHostIsNeverMetOnThisMachineWhateverItsNextAnswerWouldBe() {
        for (String digits :
                List.of("127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "::1", "fd00::1", "fe80::1")) {
            world.answer("api.vendor.example", digits, "8.8.8.8");
            assertThat(EgressWorld.failure(() -> world.network()
                                    .send(HttpCall.get(URI.create("https://api.vendor.example/"), Map.of())))
                            .code())
                    .as(digits)
                    .isEqualTo("egress-refused");
        }
        assertThat(world.refusals)
                .hasSize(7)
                .allSatisfy(one -> assertThat(one.reason()).isEqualTo("private-address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:PORT/x",
                "http://localhost:PORT/x",
                "//127.0.0.2:PORT/x",
                "http://[::ffff:127.0.0.2]:PORT/x",
                "http://169.254.169.254/latest",
                "http://engine.local:1/x",
                "https://engine.local:PORT/x",
                "http://user@engine.local:PORT/x",
                "http://engine.local.evil.example:PORT/x",
                "file:///etc/passwd",
                "ftp://engine.local:PORT/x",
                "http://%zz/"
            })
    void aRedirectAwayIsAnAnswerAndIsNotFollowed(String target) throws Exception {
        String location = target.replace("PORT", Integer.toString(port));
        HttpReply reply = get("/go?to=" + java.net.URLEncoder.encode(location, StandardCharsets.UTF_8));
        assertThat(reply.status()).isEqualTo(307);
        assertThat(met).hasSize(1);
        assertThat(world.lookUps).hasSize(1);
    }

    @Test
    void aRedirectOnTheSameHostIsFollowedAFewTimesAndOnlyWhereNothingChanges() throws Exception {
        assertThat(get("/go?to=/there").status()).isEqualTo(200);
        assertThat(met).last().isEqualTo("127.0.0.1 GET /there");
        met.clear();
        assertThat(get("/go?to=%2Fgo%3Fto%3D%2Fend").status()).isEqualTo(200);
        assertThat(met).hasSize(3);
        met.clear();
        first.createContext("/loop", exchange -> {
            met.add("loop");
            exchange.getResponseHeaders().add("Location", "/loop");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        assertThat(get("/loop").status()).isEqualTo(302);
        assertThat(met).hasSize(6);
        met.clear();
        HttpCall post = HttpCall.post(
                URI.create("http://" + ENGINE + ":" + port + "/go?to=/there"),
                Map.of(),
                new HttpBody.Text("text/plain", "work"));
        assertThat(world.network().send(post).status()).isEqualTo(307);
        assertThat(met).hasSize(1);
    }

    @Test
    void eachHopOfARedirectIsLookedUpAndCheckedAnew() throws Exception {
        world.answer(ENGINE, "127.0.0.1", "127.0.0.2");
        assertThat(get("/go?to=/there").status()).isEqualTo(200);
        assertThat(met).containsExactly("127.0.0.1 GET /go?to=/there", "127.0.0.2 GET /there");
        assertThat(world.lookUps).hasSize(2);
    }
}
