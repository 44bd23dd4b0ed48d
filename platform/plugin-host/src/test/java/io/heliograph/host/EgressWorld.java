package io.heliograph.host;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.host.config.HostPort;
import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.InstanceSettings;
import io.heliograph.host.config.ManifestException;
import io.heliograph.host.config.ManifestReader;
import io.heliograph.host.egress.Egress;
import io.heliograph.host.egress.EgressRefusal;
import io.heliograph.host.egress.EgressScope;
import io.heliograph.host.egress.TlsTrust;
import io.heliograph.host.egress.VertxEgress;
import io.heliograph.host.secrets.ReferenceSecrets;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.http.HostNetwork;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** One instance's way out, with a look-up that the test answers. */
final class EgressWorld implements AutoCloseable {
    private static final String MANIFEST =
            "id: e\nversion: 1\nspi: 0.1\nkinds: [provider]\nhosts: [api.vendor.example]\n";

    final Vertx vertx = Vertx.vertx();
    final List<EgressRefusal> refusals = new CopyOnWriteArrayList<>();
    /** Names that were looked up, in order. */
    final List<String> lookUps = new CopyOnWriteArrayList<>();

    private final Map<String, List<String>> answers = new ConcurrentHashMap<>();
    private final Egress egress;

    EgressWorld(TlsTrust trust, Set<HostPort> local) throws ManifestException {
        var manifest = ManifestReader.read(MANIFEST);
        InstanceSettings settings = InstanceSettings.validate(
                        manifest, Map.of(), "x", new ReferenceSecrets(Map.of(), Path.of(".")))
                .settings();
        egress = new VertxEgress(vertx, this::resolve, refusals::add, trust, InstantSource.system())
                .create(InstanceConfig.of("e", "e", Map.of()).withLocalHosts(local), manifest, settings);
    }

    HostNetwork network() {
        return egress.open(new Going());
    }

    /** What the look-up says to each question about a name in turn; the last answer stays. */
    void answer(String host, String... digits) {
        answers.put(host, new CopyOnWriteArrayList<>(digits));
    }

    private List<InetAddress> resolve(String host) throws UnknownHostException {
        lookUps.add(host);
        List<String> left = answers.getOrDefault(host, List.of("127.0.0.1"));
        String digits = left.size() > 1 ? left.removeFirst() : left.getFirst();
        return List.of(
                InetAddress.getByAddress(host, InetAddress.ofLiteral(digits).getAddress()));
    }

    static PluginException failure(ThrowingCallable code) {
        return catchThrowableOfType(PluginException.class, code);
    }

    @Override
    public void close() {
        egress.close();
        vertx.close().await();
    }

    /** A call that goes on. */
    private static final class Going implements EgressScope {
        @Override
        public void check() {}

        @Override
        public void moved() {}

        @Override
        public void leaving() {}

        @Override
        public void attach(AutoCloseable connection) {}

        @Override
        public void detach(AutoCloseable connection) {}
    }
}
