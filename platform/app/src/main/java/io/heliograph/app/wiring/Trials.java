package io.heliograph.app.wiring;

import io.heliograph.host.InstanceStatus;
import io.heliograph.host.Instances;
import io.heliograph.host.bytes.ByteSources;
import io.heliograph.host.config.HostPattern;
import io.heliograph.host.config.Manifest;
import io.heliograph.host.guard.CallTerms;
import io.heliograph.host.guard.GuardedBlobStore;
import io.heliograph.host.guard.GuardedIdentityProvider;
import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.host.guard.SpiMethod;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.Actor;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.ObjectRef;
import io.heliograph.policy.Permit;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.Purpose;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteSink;
import io.heliograph.spi.identity.AuthRequest;
import io.heliograph.spi.identity.AuthStep;
import io.heliograph.spi.policy.Obligation;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.store.BlobKey;
import io.heliograph.spi.store.BlobStore;
import io.heliograph.web.port.Operations.Trial;
import io.heliograph.web.port.Operations.TrialStep;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Calls an instance once, for real, through the gates and its guard: an engine lists its models, a store keeps, reads and
 * deletes some bytes, a way to sign in begins. What has an effect outside (a mail, a payment) is not tried. A failure is
 * a step that says so.
 */
final class Trials {
    /** Object of the gates while an instance is tried: it has no row, so nothing revokes it. */
    static final String OBJECT_KIND = "plugin";

    private static final CallTerms TERMS = CallTerms.within(Duration.ofSeconds(10));
    private static final int PROBE_BYTES = 4_096;
    private static final int MAX_NAMED = 3;

    private final Instances instances;
    private final PolicyEngine gates;
    private final Ids ids;
    private final Supplier<String> base;

    Trials(Instances instances, PolicyEngine gates, Ids ids, Supplier<String> base) {
        this.instances = instances;
        this.gates = gates;
        this.ids = ids;
        this.base = base;
    }

    /** What is tried; answers a word for people. */
    @FunctionalInterface
    private interface Attempt {
        String run() throws PluginException;
    }

    /** Tries one; empty if there is none. */
    Optional<Trial> run(String name) {
        return instances.instances().stream()
                .filter(status -> status.id().value().equals(name))
                .findFirst()
                .map(this::run);
    }

    private Trial run(InstanceStatus status) {
        List<TrialStep> steps = new ArrayList<>();
        steps.add(new TrialStep(
                "Loaded and configured",
                status.isRunning(),
                OptionalLong.empty(),
                status.problems().stream()
                        .findFirst()
                        .map(problem -> problem.key() + ": " + problem.expected() + " " + problem.remedy())));
        if (status.isRunning()) {
            call(status.id(), steps);
        }
        boolean ok = steps.stream().allMatch(TrialStep::ok);
        List<String> hosts =
                GatesOpening.manifest(instances, status.id()).map(Manifest::hosts).orElse(List.of()).stream()
                        .map(HostPattern::toString)
                        .toList();
        return new Trial(ok, steps, steps.size() > 1 ? hosts : List.of());
    }

    private void call(InstanceId id, List<TrialStep> steps) {
        Optional<GuardedProvider> provider = instances.provider(id);
        Optional<GuardedBlobStore> store = instances.store(id);
        Optional<GuardedIdentityProvider> identity = instances.identity(id);
        if (provider.isPresent()) {
            step(steps, "Models listed", () -> models(provider.get()));
        } else if (store.isPresent()) {
            probe(store.get(), steps);
        } else if (identity.isPresent()) {
            step(steps, "Sign-in begun", () -> begin(identity.get()));
        }
    }

    private static boolean step(List<TrialStep> steps, String title, Attempt attempt) {
        long start = System.nanoTime();
        boolean ok = false;
        String detail;
        try {
            detail = attempt.run();
            ok = true;
        } catch (PluginException failure) {
            detail = failure.code() + ": " + failure.getMessage();
        } catch (PolicyDeniedException denied) {
            detail = "A policy says no: " + denied.getMessage();
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        steps.add(new TrialStep(title, ok, OptionalLong.of(millis), Optional.of(detail)));
        return ok;
    }

    private Permit disclose(Purpose purpose, InstanceId id, SpiMethod method) {
        return gates.require(GateRequest.disclose(purpose, Actor.system(), id, method.key(), Set.of())
                .build());
    }

    private String models(GuardedProvider provider) throws PluginException {
        List<ModelCard> models =
                provider.models(disclose(Purpose.CATALOGUE, provider.id(), SpiMethod.PROVIDER_MODELS), TERMS);
        String named = String.join(
                ", ", models.stream().limit(MAX_NAMED).map(ModelCard::title).toList());
        return models.isEmpty() ? "none" : models.size() + ": " + named + (models.size() > MAX_NAMED ? ", ..." : "");
    }

    private String begin(GuardedIdentityProvider identity) throws PluginException {
        AuthStep step = identity.begin(
                disclose(Purpose.SIGN_IN, identity.id(), SpiMethod.IDENTITY_BEGIN),
                new AuthRequest(URI.create(base.get() + "/sign-in/return"), Locale.ENGLISH),
                TERMS);
        return step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void probe(GuardedBlobStore store, List<TrialStep> steps) {
        UUID id = ids.next();
        BlobKey key = new BlobKey("trial/" + id);
        byte[] bytes = new byte[PROBE_BYTES];
        Arrays.fill(bytes, (byte) 0x5a);
        boolean kept = step(steps, "Wrote " + PROBE_BYTES + " bytes", () -> put(store, key, bytes));
        if (kept) {
            step(steps, "Read them again", () -> get(store, key, bytes));
            step(steps, "Deleted them", () -> delete(store, key, id));
        }
    }

    private String put(GuardedBlobStore store, BlobKey key, byte[] bytes) throws PluginException {
        Permit permit = gates.require(GateRequest.store(Purpose.HOUSEKEEPING, Actor.system(), DataCategory.OPERATIONAL)
                .call(store.id(), SpiMethod.STORE_PUT.key())
                .build());
        long written = store.put(
                permit,
                key,
                ByteSources.ofBytes("application/octet-stream", bytes),
                TERMS.fulfilling(Obligation.Kind.DEADLINE));
        return written + " bytes";
    }

    private String get(GuardedBlobStore store, BlobKey key, byte[] expected) throws PluginException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        ByteSink sink = read::write;
        boolean there = store.get(
                disclose(Purpose.HOUSEKEEPING, store.id(), SpiMethod.STORE_GET), key, Optional.empty(), sink, TERMS);
        if (!there || !Arrays.equals(read.toByteArray(), expected)) {
            throw PluginException.nothingHappened(
                    io.heliograph.spi.ErrorKind.PROVIDER, "other-bytes", "what came back is not what was written");
        }
        return "the same bytes";
    }

    private String delete(GuardedBlobStore store, BlobKey key, UUID id) throws PluginException {
        Permit permit =
                gates.require(GateRequest.erase(Purpose.HOUSEKEEPING, Actor.system(), new ObjectRef(OBJECT_KIND, id))
                        .call(store.id(), SpiMethod.STORE_DELETE.key())
                        .build());
        BlobStore.Deletion gone = store.delete(permit, key, TERMS);
        return gone.toString().toLowerCase(Locale.ROOT);
    }
}
