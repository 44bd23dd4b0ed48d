package io.heliograph.testkit.host;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.Cancellation;
import io.heliograph.spi.ProgressReport;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call's context. Close it as the host does when the call returns: afterwards everything throws. */
public final class FakeContext implements CallContext, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger("plugin-under-test");

    private final FakeHost host;
    private final Instant deadline;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean dead = new AtomicBoolean();
    private final List<ProgressReport> reports = new CopyOnWriteArrayList<>();
    private volatile Runnable onReport = () -> {};

    FakeContext(FakeHost host, Instant deadline) {
        this.host = host;
        this.deadline = deadline;
    }

    private <T> T alive(T part) {
        if (dead.get()) {
            throw new IllegalStateException("the call has returned");
        }
        return part;
    }

    /** Cancels the call, as a person or the deadline would. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Runs with every report, on the reporting thread: a place to cancel in the middle of the work. */
    public FakeContext onReport(Runnable action) {
        onReport = action;
        return this;
    }

    /** Everything that was reported. */
    public List<ProgressReport> reports() {
        return List.copyOf(reports);
    }

    @Override
    public Instant deadline() {
        return alive(deadline);
    }

    @Override
    public Cancellation cancellation() {
        return alive(() -> cancelled.get() || !host.clock().instant().isBefore(deadline));
    }

    @Override
    public void report(ProgressReport report) {
        alive(reports).add(report);
        onReport.run();
    }

    @Override
    public FakeNetwork network() {
        return alive(host.network());
    }

    @Override
    public FakeSpool spool() {
        return alive(host.spool());
    }

    @Override
    public FakeMedia media() {
        return alive(host.media());
    }

    @Override
    public FakeCompute compute() {
        return alive(host.compute());
    }

    @Override
    public FakeCredentials credentials() {
        return alive(host.credentials());
    }

    @Override
    public InstantSource clock() {
        return alive(host.clock());
    }

    @Override
    public Logger logger() {
        return alive(LOGGER);
    }

    @Override
    public void close() {
        dead.set(true);
    }
}
