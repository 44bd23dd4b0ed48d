package io.heliograph.host.guard;

import io.heliograph.host.config.HostPort;
import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.Need;
import io.heliograph.host.config.Recipient;
import io.heliograph.host.egress.Egress;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.Facts;
import io.heliograph.policy.Permit;
import io.heliograph.spi.CallContext;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.policy.Obligation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way into an instance. Each call checks the permit, carries out its duties, and then runs on the instance's
 * threads under its deadline; whatever the plugin throws or fails to do comes out as a {@link PluginException} whose
 * effect says what may have happened. Safe for many threads.
 */
@Commitment({"T1", "T2", "T3"})
public final class InstanceGuard {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceGuard.class);

    private final InstanceConfig config;
    private final Manifest manifest;
    private final ClassLoader pluginLoader;
    private final HostPorts ports;
    private final Egress egress;
    private final InstancePool pool;
    private final HealthCounter health;
    private final Circuit circuit;
    private final Logger pluginLog;

    /** @param pluginLoader becomes the context loader of every call */
    public InstanceGuard(
            InstanceConfig config, Manifest manifest, ClassLoader pluginLoader, HostPorts ports, Egress egress) {
        this.config = config;
        this.manifest = manifest;
        this.pluginLoader = pluginLoader;
        this.ports = ports;
        this.egress = egress;
        this.pool =
                new InstancePool(config.id(), config.concurrency().orElse(manifest.concurrency()), config.queueLimit());
        this.health = new HealthCounter(ports.clock());
        this.circuit = new Circuit(config.id(), ports.clock());
        this.pluginLog = LoggerFactory.getLogger("plugin." + config.id());
    }

    /** What a guarded call does with the plugin. */
    @FunctionalInterface
    interface Body<R> {
        R call(CallContext context, CallLife life) throws Exception;
    }

    /** A call without counted bytes. */
    <R> R run(Permit permit, SpiMethod method, CallTerms terms, Body<R> body) throws PluginException {
        return run(permit, method, terms, 0, body);
    }

    /**
     * A call. While the circuit of the instance is open it fails with kind LIMITED, effect NONE and the time to come back.
     *
     * @param bytes size of what is handed over, for the disclosure record
     * @throws io.heliograph.policy.PolicyDeniedException if the permit is for something else, was used, is too old, or
     *     was revoked
     * @throws IllegalStateException inside a database transaction
     */
    <R> R run(Permit permit, SpiMethod method, CallTerms terms, long bytes, Body<R> body) throws PluginException {
        if (ports.transactionActive().getAsBoolean()) {
            throw new IllegalStateException("a plugin is never called inside a transaction");
        }
        permit.check(method.gates(), config.id(), method.key());
        try {
            return method.asksVendor()
                    ? throughCircuit(permit, method, terms, bytes, body)
                    : perform(permit, method, terms, bytes, body);
        } finally {
            permit.end();
        }
    }

    /** While the vendor is known to be away, nothing is recorded, handed over or begun. */
    private <R> R throughCircuit(Permit permit, SpiMethod method, CallTerms terms, long bytes, Body<R> body)
            throws PluginException {
        circuit.enter();
        boolean counted = false;
        try {
            R result = perform(permit, method, terms, bytes, body);
            circuit.succeeded();
            counted = true;
            return result;
        } catch (PluginException failure) {
            circuit.failed(failure);
            counted = true;
            throw failure;
        } finally {
            if (!counted) {
                circuit.withdrawn();
            }
        }
    }

    private <R> R perform(Permit permit, SpiMethod method, CallTerms terms, long bytes, Body<R> body)
            throws PluginException {
        fulfil(permit, method, terms, bytes);
        return start(permit, method, terms, body);
    }

    private <R> R start(Permit permit, SpiMethod method, CallTerms terms, Body<R> body) throws PluginException {
        Instant deadline = ports.clock().instant().plus(terms.total());
        CallLife life = new CallLife(permit, deadline, System.nanoTime() + nanos(terms.total()));
        HostCallContext context = new HostCallContext(life, config.id(), terms, ports, egress, pluginLoader, pluginLog);
        RunningCall<R> call = new RunningCall<>(life, pluginLoader, () -> body.call(context, life));
        Runnable onCancel = () -> call.end(CallLife.End.CANCELLED);
        terms.cancel().onCancel(onCancel);
        try {
            pool.execute(call);
        } catch (RejectedExecutionException full) {
            terms.cancel().forget(onCancel);
            throw PluginException.limited(config.id() + " has no free slot", Duration.ofSeconds(1));
        }
        try {
            R result = call.await(terms.noProgress(), ports.grace(), pool);
            health.succeeded();
            return result;
        } catch (RunningCall.GivenUp stuck) {
            stuck(call);
            PluginException failure = Failures.givenUp(config.id(), method, life);
            health.failed(failure);
            throw failure;
        } catch (Throwable thrown) {
            PluginException failure = Failures.map(config.id(), method, life, needsMore(), thrown);
            if (failure.kind() == ErrorKind.CANCELLED) {
                LOG.info("Call {} of {} was cancelled", method.key(), config.id());
            } else {
                LOG.info("Call {} of {} failed: {}", method.key(), config.id(), failure.code(), thrown);
            }
            health.failed(failure);
            throw failure;
        } finally {
            terms.cancel().forget(onCancel);
            life.over();
        }
    }

    private void stuck(RunningCall<?> call) {
        health.stuck();
        call.whenFinished(health::unstuck);
        LOG.error("A call of {} did not end and was given up; its thread is lost until it does", config.id());
    }

    /** Whether the plugin can reach the world other than through egress, so that nobody knows what it did. */
    private boolean needsMore() {
        return manifest.needs().stream().anyMatch(Failures::reachesOut);
    }

    /** The broad catch turns a duty that failed into a refusal. */
    private void fulfil(Permit permit, SpiMethod method, CallTerms terms, long bytes) throws PluginException {
        for (Obligation duty : permit.obligations()) {
            if (terms.fulfilled().contains(duty.kind())) {
                continue;
            }
            try {
                if (duty.kind() == Obligation.Kind.RECORD_DISCLOSURE) {
                    ports.disclosures().record(disclosure(permit, method, bytes));
                } else {
                    ObligationHandler handler = ports.obligations().get(duty.kind());
                    if (handler == null) {
                        throw new IllegalStateException("nobody carries out " + duty.kind());
                    }
                    handler.carryOut(duty, permit);
                }
            } catch (RuntimeException failed) {
                LOG.error("Call {} of {} refused: duty {} failed", method.key(), config.id(), duty.kind(), failed);
                throw PluginException.nothingHappened(
                                ErrorKind.RESOURCES,
                                "duty-failed",
                                "the duty " + duty.kind() + " could not be carried out, so nothing was handed over")
                        .causedBy(failed);
            }
        }
    }

    private Disclosure disclosure(Permit permit, SpiMethod method, long bytes) {
        return new Disclosure(
                ports.clock().instant(),
                config.id(),
                manifest.id(),
                method.key(),
                permit.purpose(),
                permit.owner(),
                permit.object(),
                recipients(),
                isLocal() ? List.of() : hosts(),
                categories(permit),
                bytes);
    }

    /**
     * Whether what is handed over stays with the operator: it can reach nothing but engines that the configuration names as
     * local. A plugin with a network of its own is taken by its word: it declares recipients, or none.
     */
    public boolean isLocal() {
        boolean ownNetwork =
                manifest.needs().contains(Need.SOCKETS) || manifest.needs().contains(Need.HTTP);
        return egress.staysLocal() && (!ownNetwork || manifest.recipients().isEmpty());
    }

    /** Who gets what is handed over: nobody where it stays with the operator, else whom the plugin declares. */
    public List<Recipient> recipients() {
        return isLocal() ? List.of() : manifest.recipients();
    }

    /** Whether it works inside this process alone, so that a lost answer means that nothing happened elsewhere. */
    public boolean isInProcess() {
        return manifest.hosts().isEmpty()
                && manifest.recipients().isEmpty()
                && config.localHosts().isEmpty()
                && !needsMore();
    }

    private List<String> hosts() {
        return Stream.concat(
                        manifest.hosts().stream().map(Object::toString),
                        config.localHosts().stream().map(HostPort::toString))
                .sorted()
                .toList();
    }

    private static Set<DataCategory> categories(Permit permit) {
        Set<DataCategory> categories = new TreeSet<>();
        Optional<String> several = Facts.CATEGORIES.in(permit.request());
        Optional<String> one = Facts.CATEGORY.in(permit.request());
        Stream.concat(several.stream(), one.stream())
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .filter(name -> !name.isEmpty())
                .map(DataCategory::valueOf)
                .forEach(categories::add);
        return categories;
    }

    /**
     * Runs plugin code outside a call: making, asking for abilities, closing. It has no context.
     *
     * @throws PluginException if it throws or takes too long
     */
    public <R> R manage(java.util.concurrent.Callable<R> code, Duration limit) throws PluginException {
        return Managed.run(config.id().value(), pluginLoader, limit, code);
    }

    public InstanceId id() {
        return config.id();
    }

    public InstanceConfig config() {
        return config;
    }

    public Manifest manifest() {
        return manifest;
    }

    Egress egress() {
        return egress;
    }

    /** How it fares. */
    public InstanceHealth health() {
        return health.health(pool, circuit);
    }

    /** Connections that egress refused since the start. */
    public long refusedConnections() {
        return egress.refusals();
    }

    /** Ends threads and connections; false if a thread does not end in time. */
    public boolean close(Duration patience) {
        boolean ended = pool.close(patience);
        egress.close();
        return ended;
    }

    private static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException long_) {
            return Long.MAX_VALUE / 2;
        }
    }
}
