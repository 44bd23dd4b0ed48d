package io.heliograph.testkit.provider;

import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.GenerationProvider;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Output;
import io.heliograph.spi.provider.Progress;
import io.heliograph.spi.provider.RemoteJob;
import io.heliograph.spi.provider.Results;
import io.heliograph.spi.provider.Submission;
import io.heliograph.testkit.Fixture;
import io.heliograph.testkit.KitRun;
import io.heliograph.testkit.ProviderFixture;
import io.heliograph.testkit.host.FakeContext;
import io.heliograph.testkit.host.FakeHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A fresh instance and short words for what the host does with it. */
final class ProviderUnderTest implements AutoCloseable {
    private static final int MOST_POLLS = 100;

    private final KitRun run = new KitRun();
    final ProviderFixture fixture = Fixture.only(ProviderFixture.class);
    final GenerationProvider provider;

    ProviderUnderTest() throws PluginException {
        provider = fixture.factory().create(fixture.instance(run.host(), run.folder()));
    }

    FakeHost host() {
        return run.host();
    }

    FakeContext call() {
        return run.host().call();
    }

    List<ModelCard> cards() throws PluginException {
        try (FakeContext call = call()) {
            return provider.models(call);
        }
    }

    GenerationSpec spec(String model, int count, OptionalLong seed) {
        return new GenerationSpec(
                model, fixture.prompt(), Optional.empty(), fixture.validOptions(model), seed, count, List.of());
    }

    /** Submits, and polls until the end as the host would. */
    Results work(GenerationSpec spec, String key, FakeContext call) throws PluginException {
        return switch (provider.submit(spec, new IdempotencyKey(key), call)) {
            case Submission.Completed(Results results) -> results;
            case Submission.Accepted accepted -> await(accepted.job(), call);
        };
    }

    private Results await(RemoteJob job, FakeContext call) throws PluginException {
        for (int i = 0; i < MOST_POLLS; i++) {
            Progress progress = provider.poll(job, call);
            if (progress instanceof Progress.Done(Results results)) {
                return results;
            }
            if (progress instanceof Progress.Failed failed) {
                throw PluginException.nothingHappened(failed.kind(), failed.code(), failed.message());
            }
        }
        throw new AssertionError("the job did not end within " + MOST_POLLS + " polls");
    }

    /** The bytes of results that lie in the spool. */
    List<byte[]> bytes(Results results) {
        List<byte[]> bytes = new ArrayList<>();
        for (Output output : results.outputs()) {
            if (output instanceof Output.Spooled spooled) {
                bytes.add(host().spool().bytes(spooled.token()));
            }
        }
        return bytes;
    }

    @Override
    public void close() {
        provider.close();
        run.close();
    }
}
