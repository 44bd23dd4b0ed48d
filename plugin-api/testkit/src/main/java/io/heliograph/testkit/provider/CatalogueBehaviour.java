package io.heliograph.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Quote;
import io.heliograph.spi.provider.QuoteRequest;
import io.heliograph.testkit.host.FakeContext;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cards are complete, quotes agree with them, and neither calls anybody. */
public final class CatalogueBehaviour {
    @Test
    void cardsAreComplete() throws PluginException {
        try (ProviderUnderTest test = new ProviderUnderTest()) {
            assertThat(test.cards()).isNotEmpty();
            assertThat(test.cards().stream().map(ModelCard::id)).doesNotHaveDuplicates();
            for (ModelCard card : test.cards()) {
                assertThat(card.id()).matches("[A-Za-z0-9._/-]{1,80}");
                assertThat(card.title()).isNotBlank().hasSizeLessThanOrEqualTo(80);
                assertThat(card.summary()).isNotBlank();
                assertThat(card.typicalSeconds()).isPositive();
                assertThat(card.optionsSchema())
                        .contains("\"type\":\"object\"")
                        .contains("\"additionalProperties\":false")
                        .contains("\"properties\"");
            }
        }
    }

    @Test
    void everyOptionOfTheFixtureIsInTheSchema() throws PluginException {
        try (ProviderUnderTest test = new ProviderUnderTest()) {
            for (ModelCard card : test.cards()) {
                for (String option : test.fixture.options(card.id()).keySet()) {
                    assertThat(card.optionsSchema()).contains("\"" + option + "\"");
                }
            }
        }
    }

    @Test
    void aQuoteAgreesWithThePriceOnTheCardAndCallsNobody() throws PluginException {
        try (ProviderUnderTest test = new ProviderUnderTest()) {
            for (ModelCard card : test.cards()) {
                int before = test.host().network().calls();
                try (FakeContext call = test.call()) {
                    var options = test.fixture.validOptions(card.id());
                    Quote quote =
                            test.provider.quote(new QuoteRequest(card.id(), options, card.maxCount(), Set.of()), call);
                    assertThat(quote.count()).isEqualTo(card.maxCount());
                    assertThat(card.price().creditsPerOutput(options)).contains(quote.creditsPerOutput());
                }
                assertThat(test.host().network().calls()).isEqualTo(before);
            }
        }
    }

    @Test
    void anUnknownModelIsTheCallersFault() throws PluginException {
        try (ProviderUnderTest test = new ProviderUnderTest();
                FakeContext call = test.call()) {
            var options = test.fixture.validOptions(test.cards().getFirst().id());
            assertThatThrownBy(() -> test.provider.quote(new QuoteRequest("no-such-model", options, 1, Set.of()), call))
                    .isInstanceOfSatisfying(
                            PluginException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.USER));
        }
    }
}
