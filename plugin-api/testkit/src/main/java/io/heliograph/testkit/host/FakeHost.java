package io.heliograph.testkit.host;

import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A host in memory for one instance of a plugin. Close it at the end of the test. */
public final class FakeHost implements AutoCloseable {
    private static final Duration CALL_LIMIT = Duration.ofMinutes(5);

    private final SettableClock clock = new SettableClock();
    private final FakeSpool spool = new FakeSpool();
    private final FakeMedia media = new FakeMedia(spool);
    private final FakeCredentials credentials = new FakeCredentials();
    private final FakeCompute compute;
    private final FakeNetwork network = new FakeNetwork();

    /** A host whose compute pool has two threads. */
    public FakeHost() {
        this(2);
    }

    /** @param computeThreads threads of the compute pool */
    public FakeHost(int computeThreads) {
        compute = new FakeCompute(computeThreads);
    }

    /** A fresh context for one call, with five minutes. */
    public FakeContext call() {
        return new FakeContext(this, clock.instant().plus(CALL_LIMIT));
    }

    /** What an instance is made with. */
    public InstanceContext instance(Map<String, Object> settings, @Nullable Path folder) {
        return new Instance(new FakeSettings(settings), clock, Optional.ofNullable(folder));
    }

    public SettableClock clock() {
        return clock;
    }

    public FakeSpool spool() {
        return spool;
    }

    public FakeMedia media() {
        return media;
    }

    public FakeCompute compute() {
        return compute;
    }

    public FakeCredentials credentials() {
        return credentials;
    }

    public FakeNetwork network() {
        return network;
    }

    @Override
    public void close() {
        compute.close();
        network.close();
    }

    private record Instance(Settings settings, InstantSource clock, Optional<Path> folder) implements InstanceContext {
        private static final Logger LOGGER = LoggerFactory.getLogger("plugin-under-test");

        @Override
        public String instance() {
            return "under-test";
        }

        @Override
        public Logger logger() {
            return LOGGER;
        }
    }
}
