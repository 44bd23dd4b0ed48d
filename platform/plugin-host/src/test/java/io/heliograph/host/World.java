package io.heliograph.host;

import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.Need;
import io.heliograph.host.egress.Egress;
import io.heliograph.host.egress.EgressFactory;
import io.heliograph.host.egress.EgressScope;
import io.heliograph.host.guard.CallTerms;
import io.heliograph.host.guard.ComputePool;
import io.heliograph.host.guard.Disclosure;
import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.host.guard.HostPorts;
import io.heliograph.host.guard.SpiMethod;
import io.heliograph.host.load.BundledGrants;
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
import io.heliograph.spi.http.HostNetwork;
import io.heliograph.spi.policy.Gate;
import io.heliograph.spi.policy.Obligation;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A plugin host with a policy engine that allows everything, and with duties that can be made to fail. */
final class World implements AutoCloseable {
    static final ObjectRef JOB = new ObjectRef("job", new UUID(1, 2));

    final AtomicLong epoch = new AtomicLong(1);
    final AtomicBoolean inTransaction = new AtomicBoolean();
    final AtomicBoolean recordAway = new AtomicBoolean();
    final List<Disclosure> disclosures = new CopyOnWriteArrayList<>();
    final List<Obligation> duties =
            new CopyOnWriteArrayList<>(List.of(Obligation.of(Obligation.Kind.RECORD_DISCLOSURE)));
    final ComputePool compute = new ComputePool(2, 64);
    final PolicyEngine engine;
    final PluginHost host;
    private final Path folder;

    World(Path folder) {
        this(folder, InstantSource.system());
    }

    World(Path folder, InstantSource clock) {
        this(
                folder,
                (config, manifest, settings) -> new Closed(),
                clock,
                Map.of("hostile", Set.of(Need.LOOKUP, Need.REFLECTION, Need.FILES)));
    }

    World(Path folder, EgressFactory egress, InstantSource clock, Map<String, Set<Need>> grants) {
        this.folder = folder;
        this.engine = new PolicyEngine(clock, object -> OptionalLong.of(epoch.get()));
        engine.load(PolicySetup.of(List.of(new Allowing())));
        HostPorts ports = new HostPorts(
                clock,
                this::record,
                Map.of(),
                inTransaction::get,
                (instance, spool, cancellation) -> {
                    throw new IllegalStateException("no media in this test");
                },
                instance -> {
                    throw new IllegalStateException("no credentials in this test");
                },
                compute,
                Duration.ofMillis(100));
        this.host = new PluginHost(new HostSetup(
                ports,
                egress,
                new ReferenceSecrets(Map.of(), folder),
                BundledGrants.none(),
                grants,
                folder,
                Duration.ofMillis(1500)));
    }

    private void record(Disclosure disclosure) {
        if (recordAway.get()) {
            throw new IllegalStateException("the record is away");
        }
        disclosures.add(disclosure);
    }

    /** Loads a provider with this submit and gives its guarded handle. */
    GuardedProvider provider(String submit) throws IOException {
        Path jar = TestPlugins.jar(folder, "test.jar", TestPlugins.manifest("test", ""), TestPlugins.provider(submit));
        host.load(List.of(new PluginSource(jar, false)));
        return start("test");
    }

    GuardedProvider start(String plugin) {
        return start(InstanceConfig.of("one", plugin, Map.of()).withLimits(2, 2));
    }

    GuardedProvider start(InstanceConfig config) {
        List<?> problems = host.add(config);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems + " " + host.plugins());
        }
        return host.provider(config.id()).orElseThrow();
    }

    Permit permit(SpiMethod method) {
        return permit(new InstanceId("one"), method);
    }

    Permit permit(InstanceId one, SpiMethod method) {
        GateRequest.Builder question = method.gates().contains(Gate.DISCLOSE)
                ? GateRequest.disclose(
                        Purpose.GENERATION, Actor.system(), one, method.key(), Set.of(DataCategory.PROMPT))
                : method.gates().contains(Gate.STORE)
                        ? GateRequest.store(Purpose.GENERATION, Actor.system(), DataCategory.RESULT)
                        : GateRequest.erase(Purpose.DELETION, Actor.system(), JOB);
        return engine.require(question.object(JOB).call(one, method.key()).build());
    }

    /** The loader behind a handle, found as only a test may. */
    static ClassLoader loaderOf(GuardedProvider provider) throws ReflectiveOperationException {
        java.lang.reflect.Field raw = GuardedProvider.class.getDeclaredField("provider");
        raw.setAccessible(true);
        return raw.get(provider).getClass().getClassLoader();
    }

    static GenerationSpec spec() {
        return new GenerationSpec(
                "m", "a lake", Optional.empty(), Options.of(Map.of()), OptionalLong.empty(), 1, List.of());
    }

    static IdempotencyKey key() {
        return new IdempotencyKey("k1");
    }

    static CallTerms terms() {
        return CallTerms.within(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        host.close();
        engine.close();
        compute.close();
    }

    private final class Allowing implements Judge {
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
            return Ruling.allow(duties.toArray(Obligation[]::new));
        }
    }

    private static final class Closed implements Egress {
        @Override
        public HostNetwork open(EgressScope scope) {
            throw new IllegalStateException("no network in this test");
        }

        @Override
        public boolean staysLocal() {
            return true;
        }

        @Override
        public long refusals() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
