package io.heliograph.e2e.fault;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.HeliographPlugin;
import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.GenerationProvider;
import io.heliograph.spi.provider.GenerationProviderFactory;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.MediaKind;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Origin;
import io.heliograph.spi.provider.Output;
import io.heliograph.spi.provider.Price;
import io.heliograph.spi.provider.Progress;
import io.heliograph.spi.provider.Quote;
import io.heliograph.spi.provider.QuoteRequest;
import io.heliograph.spi.provider.RemoteJob;
import io.heliograph.spi.provider.Results;
import io.heliograph.spi.provider.Submission;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** A hostile engine: it never waits, looks at nothing, and keeps a core busy for as long as its setting says. */
public final class SpinningPlugin implements HeliographPlugin {
    static final String MANIFEST = """
            id: spinning
            version: 1.0.0
            title: Spins
            spi: 0.1
            kinds: [provider]
            concurrency: 2
            configuration:
              - {key: seconds, type: number, title: Seconds, min: 1, max: 600, default: 10}
            recipients: []
            hosts: []
            dataCategories: [prompt]
            needs: []
            """;

    @Override
    public List<GenerationProviderFactory> providers() {
        return List.of(new Factory());
    }

    /** Makes it. */
    static final class Factory implements GenerationProviderFactory {
        @Override
        public String type() {
            return "spinning";
        }

        @Override
        public GenerationProvider create(InstanceContext context) {
            return new Spinner(context.settings().number("seconds"));
        }
    }

    /** Spins. */
    static final class Spinner implements GenerationProvider {
        private final long seconds;
        private volatile double heat;

        Spinner(long seconds) {
            this.seconds = seconds;
        }

        @Override
        public List<ModelCard> models(CallContext context) {
            return List.of(new ModelCard(
                    "top",
                    "Top",
                    "Spins, no AI model.",
                    MediaKind.IMAGE,
                    Set.of(),
                    "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{}}",
                    Price.free(),
                    1,
                    1,
                    Origin.ALGORITHM,
                    false));
        }

        @Override
        public Quote quote(QuoteRequest request, CallContext context) {
            return new Quote(0, request.count());
        }

        @Override
        public Submission submit(GenerationSpec spec, IdempotencyKey key, CallContext context) throws PluginException {
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            double warm = 1;
            while (System.nanoTime() - end < 0) {
                for (int turn = 0; turn < 1_000_000; turn++) {
                    warm = Math.sqrt(warm + turn);
                }
            }
            heat = warm;
            byte[] png = Pictures.good(16, 16);
            try {
                return new Submission.Completed(new Results(
                        List.of(new Output.Spooled(
                                context.spool().write("image/png", sink -> sink.write(png, 0, png.length)),
                                OptionalLong.of((long) heat))),
                        List.of()));
            } catch (IOException full) {
                throw PluginException.happened(ErrorKind.RESOURCES, "spool", "The spool took no more.")
                        .causedBy(full);
            }
        }

        @Override
        public Progress poll(RemoteJob job, CallContext context) throws PluginException {
            throw PluginException.nothingHappened(ErrorKind.PROVIDER, "none", "There are no remote jobs.");
        }

        @Override
        public void close() {
            heat = 0;
        }
    }
}
