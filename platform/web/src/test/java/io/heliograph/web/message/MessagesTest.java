package io.heliograph.web.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.generation.FailureCode;
import io.heliograph.kernel.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private final Messages messages = new Messages();

    @Test
    void everyProblemAndFailureHasItsSentence() {
        for (ProblemType type : ProblemType.values()) {
            assertThat(messages.find(Locale.ENGLISH, "problem." + type.slug(), Map.of()))
                    .as(type.slug())
                    .isPresent();
            assertThat(messages.find(Locale.ENGLISH, "problem." + type.slug() + ".title", Map.of()))
                    .as(type.slug())
                    .isPresent();
        }
        for (FailureCode code : FailureCode.values()) {
            assertThat(messages.find(Locale.ENGLISH, "failure." + code.word(), Map.of()))
                    .as(code.word())
                    .isPresent();
        }
    }

    @Test
    void everyLanguageHasTheSameKeys() throws IOException {
        assertThat(keys("de").stringPropertyNames()).isEqualTo(keys("en").stringPropertyNames());
    }

    @Test
    void theBrowsersLanguageIsFoundAndNonsenseIsEnglish() {
        assertThat(Messages.negotiate("de-AT,de;q=0.9,en;q=0.5")).isEqualTo(Locale.GERMAN);
        assertThat(Messages.negotiate("fr")).isEqualTo(Locale.ENGLISH);
        assertThat(Messages.negotiate(";;;")).isEqualTo(Locale.ENGLISH);
        assertThat(Messages.negotiate(null)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void valuesAreFilledInAsTheyAre() {
        assertThat(messages.find(Locale.ENGLISH, "problem.no-credits", Map.of("needed", "$1", "available", 0)))
                .hasValue("This costs $1 credits, you have 0. Nothing was charged.");
    }

    private static Properties keys(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = MessagesTest.class.getResourceAsStream("/messages/web_" + language + ".properties")) {
            properties.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return properties;
    }
}
