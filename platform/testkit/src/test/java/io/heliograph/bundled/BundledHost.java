package io.heliograph.bundled;

import io.heliograph.host.bytes.FileSpoolRoom;
import io.heliograph.host.bytes.JobSpool;
import io.heliograph.host.bytes.SpoolKey;
import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.config.SettingSpec;
import io.heliograph.host.config.StoreRole;
import io.heliograph.host.egress.HostResolver;
import io.heliograph.host.egress.TlsTrust;
import io.heliograph.host.egress.VertxEgress;
import io.heliograph.host.guard.CallTerms;
import io.heliograph.host.guard.ComputePool;
import io.heliograph.host.guard.HostPorts;
import io.heliograph.host.guard.SpiMethod;
import io.heliograph.host.load.BundledGrants;
import io.heliograph.host.load.LoadedPlugin;
import io.heliograph.host.load.PluginSource;
import io.heliograph.host.registry.HostSetup;
import io.heliograph.host.registry.PluginHost;
import io.heliograph.host.secrets.ReferenceSecrets;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.Actor;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.Judge;
import io.heliograph.policy.ObjectRef;
import io.heliograph.policy.Permit;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.PolicySetup;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.Ruling;
import io.heliograph.rules.Repository;
import io.heliograph.spi.Secret;
import io.heliograph.spi.identity.CredentialRecords;
import io.heliograph.spi.policy.Gate;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The real plugin host with the distribution's grants and the real way out, and with gates that let everything pass. */
final class BundledHost implements AutoCloseable {
    private static final ObjectRef THING = new ObjectRef("job", new UUID(1, 2));
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long LARGEST_RESULT_BYTES = 64L << 20;

    private final Vertx vertx = Vertx.vertx();
    private final ComputePool compute = new ComputePool(2, 64);
    private final PolicyEngine engine = new PolicyEngine(InstantSource.system(), _ -> OptionalLong.of(1));
    private final PluginHost host;
    private final Path folder;

    BundledHost(Path folder) {
        this.folder = folder;
        engine.load(PolicySetup.of(List.of(new Allowing())));
        HostPorts ports = new HostPorts(
                InstantSource.system(),
                _ -> {},
                Map.of(),
                () -> false,
                (_, _, _) -> {
                    throw new IllegalStateException("no media process in this test");
                },
                _ -> new Records(),
                compute,
                Duration.ofSeconds(1));
        this.host = new PluginHost(new HostSetup(
                ports,
                new VertxEgress(vertx, HostResolver.system(), _ -> {}, TlsTrust.system(), InstantSource.system()),
                new ReferenceSecrets(Map.of(), folder),
                BundledGrants.ofDistribution(),
                Map.of(),
                folder.resolve("instances")));
    }

    /** Every plugin jar of the built distribution. */
    static List<Path> jars() throws IOException {
        Path folder = Repository.root().resolve("distribution/target/home/plugins");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    PluginHost host() {
        return host;
    }

    /** Loads a jar as one of the distribution's own. @throws AssertionError saying why it cannot be used */
    LoadedPlugin load(Path jar) {
        host.load(List.of(new PluginSource(jar, true)));
        return loaded().stream()
                .filter(plugin -> plugin.file().equals(String.valueOf(jar.getFileName())))
                .findFirst()
                .orElseThrow(() -> new AssertionError(host.plugins()));
    }

    /** What only a test may see: the registry's own list, with the class loaders. */
    private List<LoadedPlugin> loaded() {
        try {
            var field = PluginHost.class.getDeclaredField("plugins");
            field.setAccessible(true);
            Map<?, ?> plugins = (Map<?, ?>) field.get(host);
            return plugins.values().stream().map(LoadedPlugin.class::cast).toList();
        } catch (ReflectiveOperationException moved) {
            throw new LinkageError("the registry keeps its plugins elsewhere now", moved);
        }
    }

    /** An instance with nothing set but what must be. @throws AssertionError saying why it does not run */
    InstanceId add(Manifest manifest, Optional<String> type, String name) {
        InstanceConfig config = InstanceConfig.of(name, manifest.id(), required(manifest));
        config = type.isPresent() ? config.withType(type.get()) : config;
        config = manifest.kinds().contains(PluginKind.STORE) ? config.withRoles(StoreRole.MEDIA) : config;
        List<?> problems = host.add(config);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems);
        }
        return config.id();
    }

    private static Map<String, Object> required(Manifest manifest) {
        Map<String, Object> settings = new HashMap<>();
        for (SettingSpec spec : manifest.settings()) {
            if (spec.required()) {
                settings.put(spec.key(), value(spec));
            }
        }
        return settings;
    }

    private static Object value(SettingSpec spec) {
        return switch (spec.type()) {
            case TEXT ->
                spec.allowed().isEmpty()
                        ? "https://nowhere.invalid/"
                        : spec.allowed().getFirst();
            case TEXTS -> List.of();
            case NUMBER -> spec.min().orElse(1);
            case FLAG -> false;
            case DURATION -> "1m";
            case SECRET -> Secret.of("secret-of-a-test");
        };
    }

    /** A permit for one call, by the first gate that opens it. */
    Permit permit(InstanceId instance, SpiMethod method) {
        Gate gate = Arrays.stream(Gate.values())
                .filter(method.gates()::contains)
                .findFirst()
                .orElseThrow();
        Actor actor = Actor.system();
        GateRequest.Builder builder = switch (gate) {
            case ADMIT -> GateRequest.admit(Purpose.GENERATION, actor);
            case DISCLOSE ->
                GateRequest.disclose(Purpose.GENERATION, actor, instance, method.key(), Set.of(DataCategory.PROMPT));
            case STORE -> GateRequest.store(Purpose.GENERATION, actor, DataCategory.RESULT);
            case REVEAL -> GateRequest.reveal(Purpose.VIEW, actor, THING);
            case ERASE -> GateRequest.erase(Purpose.DELETION, actor, THING);
        };
        return engine.require(builder.object(THING).call(instance, method.key()).build());
    }

    /** A call that may leave results. */
    CallTerms terms() throws IOException {
        FileSpoolRoom room = new FileSpoolRoom(folder.resolve("spool"));
        return CallTerms.within(LIMIT)
                .withSpool(new JobSpool(room, SpoolKey.create(new SecureRandom()), LARGEST_RESULT_BYTES, 8));
    }

    @Override
    public void close() {
        host.close();
        engine.close();
        compute.close();
        vertx.close().await();
    }

    private static final class Allowing implements Judge {
        @Override
        public String name() {
            return "allowing";
        }

        @Override
        public Set<Gate> gates() {
            return Set.of(Gate.values());
        }

        @Override
        public Ruling judge(GateRequest request) {
            return Ruling.allow();
        }
    }

    private static final class Records implements CredentialRecords {
        private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<byte[]> read(String subject) {
            return Optional.ofNullable(kept.get(subject));
        }

        @Override
        public void write(String subject, byte[] record) {
            kept.put(subject, record);
        }

        @Override
        public void delete(String subject) {
            kept.remove(subject);
        }
    }
}
