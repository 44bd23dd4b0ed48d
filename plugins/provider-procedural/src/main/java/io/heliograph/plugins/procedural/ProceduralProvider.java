package io.heliograph.plugins.procedural;

import io.heliograph.plugins.procedural.prompt.SceneSpec;
import io.heliograph.plugins.procedural.render.Engine;
import io.heliograph.spi.CallContext;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.GenerationProvider;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Note;
import io.heliograph.spi.provider.Progress;
import io.heliograph.spi.provider.Quote;
import io.heliograph.spi.provider.QuoteRequest;
import io.heliograph.spi.provider.RemoteJob;
import io.heliograph.spi.provider.Submission;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;

/**
 * The embedded engine behind the SPI. A submit does the work at once, on the host's compute pool, and answers with
 * everything; there are no remote jobs. Nothing is remembered between calls, so doing the same work twice costs time and
 * gives the same bytes.
 */
final class ProceduralProvider implements GenerationProvider {
    private final Engine engine;
    private final Models models;

    ProceduralProvider(Engine engine, Models models) {
        this.engine = engine;
        this.models = models;
    }

    @Override
    public List<ModelCard> models(CallContext context) {
        return models.cards();
    }

    @Override
    public Quote quote(QuoteRequest request, CallContext context) throws PluginException {
        requireCount(models.card(request.model()), request.count());
        return new Quote(models.creditsEach(), request.count());
    }

    @Override
    public Submission submit(GenerationSpec spec, IdempotencyKey key, CallContext context) throws PluginException {
        ModelCard card = models.card(spec.model());
        requireCount(card, spec.count());
        long seed = spec.seed().orElseGet(() -> seedOf(key));
        try {
            return new Submission.Completed(
                    card.id().equals(Models.VIDEO)
                            ? new VideoJob(engine, spec, seed, context).run()
                            : new PictureJob(engine, spec, seed, context).run());
        } catch (CancellationException e) {
            throw PluginException.cancelled().causedBy(e);
        }
    }

    private static void requireCount(ModelCard card, int count) throws PluginException {
        if (count < 1 || count > card.maxCount()) {
            throw PluginException.nothingHappened(
                    ErrorKind.USER, "count", "This model makes 1 to " + card.maxCount() + " outputs at a time.");
        }
    }

    /** The same work gets the same seed, so a repeated call gives the same result. 0 to 4,294,967,295. */
    private static long seedOf(IdempotencyKey key) {
        CRC32 sum = new CRC32();
        sum.update(key.value().getBytes(StandardCharsets.US_ASCII));
        return sum.getValue();
    }

    /** What the person should know about the words of a prompt. */
    static List<Note> notes(SceneSpec scene) {
        List<Note> notes = new ArrayList<>();
        if (!scene.drawn().isEmpty()) {
            notes.add(new Note("words-drawn", scene.drawn()));
        }
        if (!scene.ignored().isEmpty()) {
            notes.add(new Note("words-ignored", scene.ignored()));
        }
        return notes;
    }

    @Override
    public Progress poll(RemoteJob job, CallContext context) throws PluginException {
        throw PluginException.nothingHappened(
                ErrorKind.PROVIDER, "no-remote-jobs", "The embedded engine works at once and has no remote jobs.");
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
