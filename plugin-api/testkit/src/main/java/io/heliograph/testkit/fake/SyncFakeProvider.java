package io.heliograph.testkit.fake;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.ProgressReport;
import io.heliograph.spi.provider.GenerationProvider;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Note;
import io.heliograph.spi.provider.Output;
import io.heliograph.spi.provider.Progress;
import io.heliograph.spi.provider.Quote;
import io.heliograph.spi.provider.QuoteRequest;
import io.heliograph.spi.provider.RemoteJob;
import io.heliograph.spi.provider.Results;
import io.heliograph.spi.provider.Submission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Works at once. Counts how often it worked for each key. */
public final class SyncFakeProvider implements GenerationProvider {
    private final long creditsPerOutput;
    private final Map<String, AtomicInteger> works = new ConcurrentHashMap<>();

    /** @param creditsPerOutput its price */
    public SyncFakeProvider(long creditsPerOutput) {
        this.creditsPerOutput = creditsPerOutput;
    }

    /** How often work was begun for a key. */
    public int works(IdempotencyKey key) {
        AtomicInteger count = works.get(key.value());
        return count == null ? 0 : count.get();
    }

    @Override
    public List<ModelCard> models(CallContext context) {
        return FakeModel.cards(creditsPerOutput, true);
    }

    @Override
    public Quote quote(QuoteRequest request, CallContext context) throws PluginException {
        return FakeModel.quote(request, creditsPerOutput);
    }

    @Override
    public Submission submit(GenerationSpec spec, IdempotencyKey key, CallContext context) throws PluginException {
        FakeModel.require(spec.model(), spec.count());
        FakeModel.step(key.value(), "submit");
        works.computeIfAbsent(key.value(), _ -> new AtomicInteger()).incrementAndGet();
        int side = (int) spec.options().number("side");
        int steps = (int) spec.options().number("steps");
        long seed = spec.seed().orElse(key.value().hashCode() & 0x7fffffffL);
        for (int step = 1; step <= steps; step++) {
            FakeModel.step(key.value(), "step-" + step);
            context.cancellation().check();
            context.report(ProgressReport.of(step / (double) (steps + 1), TinyPng.of(16, seed + step)));
        }
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < spec.count(); i++) {
            byte[] png = TinyPng.of(side, seed + i);
            try {
                outputs.add(new Output.Spooled(
                        context.spool().write("image/png", sink -> sink.write(png, 0, png.length)),
                        OptionalLong.of(seed + i)));
            } catch (IOException e) {
                throw PluginException.happened(ErrorKind.RESOURCES, "spool", "The spool took no more.")
                        .causedBy(e);
            }
        }
        FakeModel.step(key.value(), "done");
        return new Submission.Completed(new Results(
                outputs, List.of(new Note("words-ignored", List.of(spec.prompt().split("\\s+"))))));
    }

    @Override
    public Progress poll(RemoteJob job, CallContext context) throws PluginException {
        throw PluginException.nothingHappened(ErrorKind.PROVIDER, "no-remote-jobs", "This fake has no remote jobs.");
    }

    @Override
    public void close() {
        works.clear();
    }
}
