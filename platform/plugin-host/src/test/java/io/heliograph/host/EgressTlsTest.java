package io.heliograph.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.host.config.HostPort;
import io.heliograph.host.config.ManifestException;
import io.heliograph.host.egress.TlsTrust;
import io.heliograph.kernel.Commitment;
import io.heliograph.spi.Effect;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.http.HttpCall;
import io.heliograph.spi.http.NetworkConnection;
import io.heliograph.spi.http.WebSocketSession;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted ways out, to a server whose certificate an authority of the test's own has signed. */
@Commitment("T2")
class EgressTlsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String NAME = "engine.local";
    private static final String OTHER = "other.local";

    @TempDir
    static Path folder;

    private static final Vertx VERTX = Vertx.vertx();
    private static Authority authority;
    private static HttpServer server;

    @BeforeAll
    static void start() throws Exception {
        authority = Authority.of(folder, NAME);
        server = VERTX.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setHost("127.0.0.1")
                        .setKeyCertOptions(new PfxOptions()
                                .setPath(authority.file().toString())
                                .setPassword(Authority.PASSWORD)
                                .setAlias("server")))
                .requestHandler(request -> request.response().end("hello " + request.authority()))
                .webSocketHandler(socket -> {
                    socket.textMessageHandler(text -> socket.writeTextMessage(text + "!"));
                    socket.binaryMessageHandler(bytes -> socket.writeBinaryMessage(
                            Buffer.buffer().appendBuffer(bytes).appendByte((byte) 1)));
                })
                .listen(0)
                .await();
    }

    @AfterAll
    static void stop() {
        VERTX.close().await();
    }

    private static EgressWorld world(TlsTrust trust, int port) throws ManifestException {
        return new EgressWorld(trust, Set.of(new HostPort(NAME, port), new HostPort(OTHER, port)));
    }

    private static TlsTrust ours() throws GeneralSecurityException {
        return TlsTrust.only(authority.pem());
    }

    private static URI address(String scheme, String host) {
        return URI.create(scheme + "://" + host + ":" + server.actualPort() + "/");
    }

    @Test
    void anEncryptedCallNeedsTheAuthorityAndTheNameInTheCertificate() throws Exception {
        try (EgressWorld world = world(ours(), server.actualPort())) {
            assertThat(world.network()
                            .send(HttpCall.get(address("https", NAME), Map.of()))
                            .text())
                    .isEqualTo("hello " + NAME + ":" + server.actualPort());
            PluginException wrongName =
                    EgressWorld.failure(() -> world.network().send(HttpCall.get(address("https", OTHER), Map.of())));
            assertThat(wrongName.effect()).isEqualTo(Effect.NONE);
            assertThat(wrongName.code()).isEqualTo("not-connected");
        }
        try (EgressWorld world = world(TlsTrust.system(), server.actualPort())) {
            PluginException unknownAuthority =
                    EgressWorld.failure(() -> world.network().send(HttpCall.get(address("https", NAME), Map.of())));
            assertThat(unknownAuthority.effect()).isEqualTo(Effect.NONE);
            assertThat(unknownAuthority.code()).isEqualTo("not-connected");
        }
    }

    @Test
    void anEncryptedWebSocketTalksBothWaysAndIsHeldToTheSameRules() throws Exception {
        try (EgressWorld world = world(ours(), server.actualPort())) {
            try (WebSocketSession socket = world.network().webSocket(address("wss", NAME), Map.of(), LIMIT)) {
                socket.send("hello");
                assertThat(socket.receive(LIMIT)).contains(new WebSocketSession.Message.Text("hello!"));
                socket.send(new byte[] {7});
                assertThat(socket.receive(LIMIT))
                        .get()
                        .isInstanceOfSatisfying(
                                WebSocketSession.Message.Binary.class,
                                binary -> assertThat(binary.bytes()).containsExactly(7, 1));
            }
            assertThat(world.lookUps).containsExactly(NAME);
            assertThat(refusal(world, address("wss", OTHER), Map.of()).code()).isEqualTo("not-connected");
            assertThat(refusal(world, URI.create("ws://api.vendor.example:443/"), Map.of())
                            .code())
                    .isEqualTo("egress-refused");
            assertThat(refusal(world, URI.create("wss://elsewhere.example/"), Map.of())
                            .code())
                    .isEqualTo("egress-refused");
            assertThat(refusal(world, address("https", NAME), Map.of()).code()).isEqualTo("egress-refused");
            assertThat(refusal(world, address("wss", NAME), Map.of("Upgrade", "h2c"))
                            .code())
                    .isEqualTo("bad-header");
            assertThat(world.refusals)
                    .extracting(one -> one.reason())
                    .containsExactly("not-encrypted", "undeclared-host", "bad-address");
        }
    }

    private static PluginException refusal(EgressWorld world, URI address, Map<String, String> headers) {
        PluginException refusal = EgressWorld.failure(() -> world.network().webSocket(address, headers, LIMIT));
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
        return refusal;
    }

    @Test
    void aRawConnectionIsEncryptedFromTheStart() throws Exception {
        try (Upgrading peer = new Upgrading(true);
                EgressWorld world = world(ours(), peer.port())) {
            try (NetworkConnection open = world.network().connect(NAME, peer.port(), true, LIMIT)) {
                assertThat(talk(open, "hello\n")).isEqualTo("hello\n");
            }
            assertThat(world.lookUps).containsExactly(NAME);
            assertThat(EgressWorld.failure(() -> world.network().connect(OTHER, peer.port(), true, LIMIT))
                            .code())
                    .isEqualTo("not-connected");
        }
    }

    @Test
    void aRawConnectionTurnsToTlsWhenTheProtocolSaysSoAndChecksTheName() throws Exception {
        try (Upgrading peer = new Upgrading(false);
                EgressWorld world = world(ours(), peer.port())) {
            try (NetworkConnection open = world.network().connect(NAME, peer.port(), false, LIMIT)) {
                assertThat(talk(open, "STARTTLS\n")).isEqualTo("STARTTLS\n");
                open.startTls();
                assertThat(talk(open, "secret\n")).isEqualTo("secret\n");
            }
            try (NetworkConnection open = world.network().connect(OTHER, peer.port(), false, LIMIT)) {
                assertThat(talk(open, "STARTTLS\n")).isEqualTo("STARTTLS\n");
                assertThatThrownBy(open::startTls).isInstanceOf(SSLHandshakeException.class);
            }
            assertThat(world.lookUps).containsExactly(NAME, OTHER);
        }
    }

    private static String talk(NetworkConnection open, String line) throws IOException, PluginException {
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
        open.write(bytes, 0, bytes.length);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] one = new byte[1];
        while (answer.size() < bytes.length && open.read(one, 0, 1) == 1) {
            answer.write(one, 0, 1);
        }
        return answer.toString(StandardCharsets.US_ASCII);
    }

    /** Says back each line; turns to TLS after {@code STARTTLS}, or begins with it. */
    private static final class Upgrading implements AutoCloseable {
        private final ServerSocket listening;
        private final boolean fromTheStart;

        Upgrading(boolean fromTheStart) throws IOException {
            this.fromTheStart = fromTheStart;
            this.listening = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
            Thread.ofPlatform().daemon().name("upgrading-peer").start(this::serve);
        }

        int port() {
            return listening.getLocalPort();
        }

        private void serve() {
            while (!listening.isClosed()) {
                try (Socket socket = listening.accept()) {
                    Socket now = fromTheStart ? secured(socket) : socket;
                    for (String line = line(now); !line.isEmpty(); line = line(now)) {
                        now.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
                        now.getOutputStream().flush();
                        if (line.equals("STARTTLS\n")) {
                            now = secured(now);
                        }
                    }
                } catch (IOException gone) {
                    // The other side refused the certificate or has what it wanted, or the test is over.
                }
            }
        }

        private static Socket secured(Socket plain) throws IOException {
            try {
                SSLSocket secure = (SSLSocket)
                        authority.server().getSocketFactory().createSocket(plain, "client", plain.getPort(), true);
                secure.setUseClientMode(false);
                secure.startHandshake();
                return secure;
            } catch (GeneralSecurityException broken) {
                throw new IOException(broken);
            }
        }

        private static String line(Socket socket) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                line.append((char) next);
                if (next == '\n') {
                    break;
                }
            }
            return line.toString();
        }

        @Override
        public void close() {
            try {
                listening.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
