package io.heliograph.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final ModelId DOTS = ModelId.parse("local/dots").orElseThrow();

    private final Pace pace = new Pace();

    @Test
    void goesByTheCardUntilSomethingWasMeasured() {
        assertThat(pace.seconds(DOTS)).isEmpty();
        assertThat(pace.startsInSeconds(DOTS, 3, 2, 4)).isEqualTo(6);
    }

    @Test
    void oneSlowJobDoesNotTurnTheMedian() {
        for (int seconds : new int[] {2, 3, 2, 90, 3}) {
            pace.took(DOTS, Duration.ofSeconds(seconds));
        }
        assertThat(pace.seconds(DOTS)).hasValue(3);
        assertThat(pace.startsInSeconds(DOTS, 4, 2, 100)).isEqualTo(6);
    }

    @Test
    void forgetsWhatIsLongAgo() {
        pace.took(DOTS, Duration.ofSeconds(500));
        for (int i = 0; i < 25; i++) {
            pace.took(DOTS, Duration.ofMillis(1_500));
        }
        assertThat(pace.seconds(DOTS)).hasValue(1.5);
        assertThat(pace.seconds(ModelId.parse("local/lines").orElseThrow())).isEmpty();
    }

    @Test
    void anEngineThatTakesNothingNowCountsAsOneThatTakesOne() {
        assertThat(pace.startsInSeconds(DOTS, 2, 0, 4)).isEqualTo(8);
    }
}
