package io.heliograph.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.heliograph.host.bytes.ByteSources;
import io.heliograph.host.config.HostPort;
import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.InstanceSettings;
import io.heliograph.host.config.ManifestReader;
import io.heliograph.host.egress.Egress;
import io.heliograph.host.egress.EgressRefusal;
import io.heliograph.host.egress.EgressScope;
import io.heliograph.host.egress.TlsTrust;
import io.heliograph.host.egress.VertxEgress;
import io.heliograph.host.secrets.ReferenceSecrets;
import io.heliograph.kernel.Commitment;
import io.heliograph.spi.Effect;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.http.HostNetwork;
import io.heliograph.spi.http.HttpBody;
import io.heliograph.spi.http.HttpCall;
import io.heliograph.spi.http.HttpReply;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Commitment("T2")
class EgressTest {
    private static final String MANIFEST =
            "id: e\nversion: 1\nspi: 0.1\nkinds: [provider]\nhosts: [api.vendor.example, \"*.cdn.example\"]\n";

    private final List<EgressRefusal> refusals = new CopyOnWriteArrayList<>();
    private final List<String> resolved = new CopyOnWriteArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;
    private Egress egress;
    private HostNetwork network;
    private Scope scope;
    private int port;

    @BeforeEach
    void open() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        port = server.getAddress().getPort();
        server.createContext("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders()
                    .add("X-Host", exchange.getRequestHeaders().getFirst("Host"));
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/here", exchange -> {
            exchange.getResponseHeaders().add("Location", "/echo");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/events", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write(": hello\nevent: step\ndata: 1\ndata: 2\n\ndata: last\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        var manifest = ManifestReader.read(MANIFEST);
        var settings = InstanceSettings.validate(manifest, Map.of(), "x", new ReferenceSecrets(Map.of(), Path.of(".")))
                .settings();
        egress = new VertxEgress(vertx, this::resolve, refusals::add, TlsTrust.system(), InstantSource.system())
                .create(
                        InstanceConfig.of("e", "e", Map.of())
                                .withLocalHosts(
                                        Set.of(new HostPort("engine.local", port), new HostPort("dead.local", 1))),
                        manifest,
                        settings);
        scope = new Scope();
        network = egress.open(scope);
    }

    private List<InetAddress> resolve(String host) throws java.net.UnknownHostException {
        resolved.add(host);
        return List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
    }

    @AfterEach
    void close() {
        egress.close();
        server.stop(0);
        vertx.close().await();
    }

    private URI local(String path) {
        return URI.create("http://engine.local:" + port + path);
    }

    private PluginException refused(String address) {
        return catchThrowableOfType(
                PluginException.class, () -> network.send(HttpCall.get(URI.create(address), Map.of())));
    }

    @Test
    void aLocalEngineIsReachedAtTheAddressThatWasLookedUpOnce() throws Exception {
        HttpReply reply = network.send(HttpCall.post(local("/echo"), Map.of(), new HttpBody.Text("text/plain", "hi")));
        assertThat(reply.text()).isEqualTo("hi");
        assertThat(reply.header("x-host")).contains("engine.local:" + port);
        assertThat(resolved).containsExactly("engine.local");
    }

    @Test
    void everythingElseIsRefusedAndReported() {
        Map.of(
                        "https://other.example/",
                        "undeclared-host",
                        "https://api.vendor.example.evil.example/",
                        "undeclared-host",
                        "https://api.vendor.example:8443/",
                        "undeclared-host",
                        "http://127.0.0.1:" + port + "/echo",
                        "undeclared-host",
                        "http://api.vendor.example:443/",
                        "not-encrypted",
                        "https://api.vendor.example/",
                        "private-address",
                        "https://a.cdn.example/",
                        "private-address",
                        "https://cdn.example/",
                        "undeclared-host",
                        "file:///etc/passwd",
                        "bad-address",
                        "https://user:pw@api.vendor.example/",
                        "bad-address")
                .forEach((address, reason) -> {
                    int before = refusals.size();
                    PluginException refusal = refused(address);
                    assertThat(refusal.effect()).isEqualTo(Effect.NONE);
                    assertThat(refusal.code()).isEqualTo("egress-refused");
                    assertThat(refusals.get(before).reason()).as(address).isEqualTo(reason);
                });
        assertThat(egress.refusals()).isEqualTo(refusals.size());
    }

    @Test
    void aRedirectIsFollowedOnTheSameHostAndHandedOverOtherwise() throws Exception {
        assertThat(network.send(HttpCall.get(local("/here"), Map.of())).status())
                .isEqualTo(200);
        assertThat(network.send(HttpCall.get(local("/away"), Map.of())).status())
                .isEqualTo(302);
    }

    @Test
    void whatWasNotSentDidNotHappenAndALostAnswerIsUnknown() throws Exception {
        assertThat(refused("http://dead.local:1/").effect()).isEqualTo(Effect.NONE);
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread hangUp = Thread.ofPlatform().start(() -> {
                try (var one = mute.accept()) {
                    assertThat(one.getInputStream().read()).isPositive();
                } catch (java.io.IOException gone) {
                    throw new java.io.UncheckedIOException(gone);
                }
            });
            var manifest = ManifestReader.read(MANIFEST);
            var settings = InstanceSettings.validate(
                            manifest, Map.of(), "x", new ReferenceSecrets(Map.of(), Path.of(".")))
                    .settings();
            try (Egress other = new VertxEgress(
                            vertx, this::resolve, refusals::add, TlsTrust.system(), InstantSource.system())
                    .create(
                            InstanceConfig.of("m", "e", Map.of())
                                    .withLocalHosts(Set.of(new HostPort("mute.local", mute.getLocalPort()))),
                            manifest,
                            settings)) {
                PluginException lost = catchThrowableOfType(
                        PluginException.class,
                        () -> other.open(scope)
                                .send(HttpCall.post(
                                        URI.create("http://mute.local:" + mute.getLocalPort() + "/"),
                                        Map.of(),
                                        new HttpBody.Text("text/plain", "work"))));
                assertThat(lost.effect()).isEqualTo(Effect.UNKNOWN);
            }
            hangUp.join();
        }
        assertThat(scope.left).isTrue();
    }

    @Test
    void formsAreStreamedAnswersAreLimitedAndFramingIsOurs() throws Exception {
        byte[] large = new byte[300_000];
        HttpBody form = new HttpBody.Multipart(List.of(
                new HttpBody.Part.Field("prompt", "a \"lake\""),
                new HttpBody.Part.File("image", "x.png", ByteSources.ofBytes("image/png", large))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        network.send(HttpCall.post(local("/echo"), Map.of(), form), out::write);
        assertThat(out.size()).isGreaterThan(300_000);
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).contains("name=\"prompt\"\r\n\r\na \"lake\"\r\n");
        HttpCall small = new HttpCall(
                "POST",
                local("/echo"),
                Map.of(),
                new HttpBody.Bytes(ByteSources.ofBytes("image/png", large)),
                Duration.ofSeconds(10),
                1000);
        assertThat(catchThrowableOfType(PluginException.class, () -> network.send(small))
                        .effect())
                .isEqualTo(Effect.UNKNOWN);
        assertThat(catchThrowableOfType(
                                PluginException.class,
                                () -> network.send(HttpCall.get(local("/echo"), Map.of("Host", "elsewhere"))))
                        .code())
                .isEqualTo("bad-header");
    }

    @Test
    void anAnswerIsWholeAlsoWhenTheOtherSideClosesBehindIt() throws Exception {
        server.createContext("/large", exchange -> {
            exchange.getResponseHeaders().add("Connection", "close");
            exchange.sendResponseHeaders(200, 2_000_000);
            exchange.getResponseBody().write(new byte[2_000_000]);
            exchange.close();
        });
        for (int i = 0; i < 20; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            network.send(HttpCall.get(local("/large"), Map.of()), out::write);
            assertThat(out.size()).isEqualTo(2_000_000);
        }
    }

    @Test
    void eventsComeOneByOne() throws Exception {
        List<String> events = new ArrayList<>();
        network.events(
                HttpCall.get(local("/events"), Map.of()),
                event -> events.add(event.event().orElse("message") + "=" + event.data()));
        assertThat(events).containsExactly("step=1\n2", "message=last");
    }

    @Test
    void aRawConnectionGoesToTheLocalEngineOnly() throws Exception {
        try (var connection = network.connect("engine.local", port, false, Duration.ofSeconds(5))) {
            byte[] request = "GET /echo HTTP/1.0\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            connection.write(request, 0, request.length);
            byte[] answer = new byte[9];
            assertThat(connection.read(answer, 0, 9)).isPositive();
        }
        assertThat(catchThrowableOfType(
                                PluginException.class,
                                () -> network.connect("other.example", 25, false, Duration.ofSeconds(5)))
                        .code())
                .isEqualTo("egress-refused");
    }

    /** A call that goes on. */
    private static final class Scope implements EgressScope {
        private volatile boolean left;

        @Override
        public void check() {}

        @Override
        public void moved() {}

        @Override
        public void leaving() {
            left = true;
        }

        @Override
        public void attach(AutoCloseable connection) {}

        @Override
        public void detach(AutoCloseable connection) {}
    }
}
