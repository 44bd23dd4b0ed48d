package io.heliograph.host.guard;

import io.heliograph.host.egress.Egress;
import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.CallContext;
import io.heliograph.spi.Cancellation;
import io.heliograph.spi.Compute;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.ProgressReport;
import io.heliograph.spi.bytes.Spool;
import io.heliograph.spi.http.HostNetwork;
import io.heliograph.spi.identity.CredentialRecords;
import io.heliograph.spi.media.MediaServices;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;

/** The context of one call. */
final class HostCallContext implements CallContext {
    private static final long REPORT_GAP_NANOS = Duration.ofMillis(200).toNanos();

    private final CallLife life;
    private final InstanceId instance;
    private final CallTerms terms;
    private final HostPorts ports;
    private final Logger logger;
    private final Spool spool;
    private final Compute compute;
    private final Egress egress;
    private long reportedNanos = System.nanoTime() - REPORT_GAP_NANOS;
    private double fraction;

    HostCallContext(
            CallLife life,
            InstanceId instance,
            CallTerms terms,
            HostPorts ports,
            Egress egress,
            ClassLoader pluginLoader,
            Logger logger) {
        this.life = life;
        this.instance = instance;
        this.terms = terms;
        this.ports = ports;
        this.logger = logger;
        this.egress = egress;
        this.spool = (mediaType, writer) -> {
            life.chunk();
            return terms.spool().write(mediaType, sink -> writer.writeTo(new GuardedSink(sink, life)));
        };
        this.compute = new CallCompute(ports.compute(), life, pluginLoader);
    }

    @Override
    public Instant deadline() {
        life.alive();
        return life.deadline();
    }

    @Override
    public Cancellation cancellation() {
        life.alive();
        return life;
    }

    @Override
    public void report(ProgressReport report) {
        life.alive();
        life.moved();
        synchronized (this) {
            long now = System.nanoTime();
            if (now - reportedNanos < REPORT_GAP_NANOS) {
                return;
            }
            reportedNanos = now;
            fraction = Math.max(fraction, report.fraction());
        }
        ProgressReport rising = new ProgressReport(fraction, report.preview());
        HostLoader.run(() -> terms.progress().accept(rising));
    }

    @Override
    public HostNetwork network() {
        life.alive();
        return egress.open(life);
    }

    @Override
    public Spool spool() {
        life.alive();
        return spool;
    }

    @Override
    public MediaServices media() {
        life.alive();
        return new CallMedia(ports.media().open(instance, spool, life), life);
    }

    @Override
    public Compute compute() {
        life.alive();
        return compute;
    }

    @Override
    public CredentialRecords credentials() {
        life.alive();
        CredentialRecords records = ports.credentials().records(instance);
        return new CredentialRecords() {
            @Override
            public Optional<byte[]> read(String subject) throws PluginException {
                life.check();
                return HostLoader.get(() -> records.read(subject));
            }

            @Override
            public void write(String subject, byte[] kept) throws PluginException {
                life.check();
                HostLoader.run(() -> records.write(subject, kept));
            }

            @Override
            public void delete(String subject) throws PluginException {
                life.check();
                HostLoader.run(() -> records.delete(subject));
            }
        };
    }

    @Override
    public InstantSource clock() {
        life.alive();
        return ports.clock();
    }

    @Override
    public Logger logger() {
        life.alive();
        return logger;
    }
}
