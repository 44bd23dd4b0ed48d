package io.heliograph.testkit.fake;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.MediaKind;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Origin;
import io.heliograph.spi.provider.Price;
import io.heliograph.spi.provider.Quote;
import io.heliograph.spi.provider.QuoteRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The one model of every fake: squares for some credits each. */
final class FakeModel {
    static final String ID = "fake-picture";
    static final int MAX_COUNT = 4;

    private static final String OPTIONS = """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","additionalProperties":false,"properties":{
              "side":{"type":"integer","title":"Side","description":"Pixels.","minimum":16,"maximum":512,"default":64},
              "steps":{"type":"integer","title":"Steps","description":"Steps of work.","minimum":1,"maximum":100,"default":4}}}
            """;

    private FakeModel() {}

    static List<ModelCard> cards(long creditsPerOutput, boolean previews) {
        return List.of(new ModelCard(
                ID,
                "Fake picture",
                "Squares for tests, no AI model.",
                MediaKind.IMAGE,
                Set.of(),
                OPTIONS,
                Price.flat(creditsPerOutput),
                MAX_COUNT,
                0.1,
                Origin.ALGORITHM,
                previews));
    }

    static Quote quote(QuoteRequest request, long creditsPerOutput) throws PluginException {
        require(request.model(), request.count());
        return new Quote(creditsPerOutput, request.count());
    }

    static void require(String model, int count) throws PluginException {
        if (!model.equals(ID)) {
            throw PluginException.nothingHappened(ErrorKind.USER, "unknown-model", "There is no such model.");
        }
        if (count < 1 || count > MAX_COUNT) {
            throw PluginException.nothingHappened(ErrorKind.USER, "count", "One to four at a time.");
        }
    }

    /** Lets the test step in. */
    static void step(String key, String step) throws PluginException {
        switch (Hook.at(key, step)) {
            case "user" -> throw PluginException.nothingHappened(ErrorKind.USER, "scripted", "The test wants it so.");
            case "safety" ->
                throw PluginException.nothingHappened(ErrorKind.SAFETY, "scripted", "The test wants it so.");
            case "provider" ->
                throw PluginException.nothingHappened(ErrorKind.PROVIDER, "scripted", "The test wants it so.");
            case "limited" -> throw PluginException.limited("The test wants it so.", Duration.ofSeconds(1));
            case "unknown" -> throw PluginException.unknown("scripted", "The test wants it so.");
            case "happened" -> throw PluginException.happened(ErrorKind.PROVIDER, "scripted", "The test wants it so.");
            case "bug" -> throw new IllegalStateException("The test wants it so.");
            default -> {}
        }
    }
}
