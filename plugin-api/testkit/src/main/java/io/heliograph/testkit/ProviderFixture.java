package io.heliograph.testkit;

import io.heliograph.spi.provider.GenerationProviderFactory;
import io.heliograph.spi.provider.Options;
import java.util.Map;

/** Fixture of a generation provider that does its work at once or through remote jobs. */
public non-sealed interface ProviderFixture extends Fixture {
    /** The factory under test. */
    GenerationProviderFactory factory();

    /** Valid, quick options of a model, complete with defaults. */
    Map<String, Object> options(String model);

    /** A prompt that the engine can do something with. */
    default String prompt() {
        return "a quiet lake";
    }

    /** The options as the host hands them over. */
    default Options validOptions(String model) {
        return Options.of(options(model));
    }

    /** Whether the same seed gives the same bytes. */
    default boolean deterministic() {
        return false;
    }
}
