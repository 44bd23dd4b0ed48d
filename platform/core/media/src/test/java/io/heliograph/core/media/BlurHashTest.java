package io.heliograph.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlurHashTest {
    @Test
    void onePlainColourIsItsOwnHash() {
        int[] black = new int[32 * 20];
        Arrays.fill(black, 0xff000000);
        assertThat(BlurHash.of(new Raster(32, 20, black), 1, 1)).isEqualTo("000000");
        int[] white = new int[32 * 20];
        Arrays.fill(white, 0xffffffff);
        assertThat(BlurHash.of(new Raster(32, 20, white), 1, 1)).isEqualTo("00TSUA");
    }

    @Test
    void itsLengthFollowsFromTheNumberOfTerms() {
        Raster quarters = new Raster(32, 20, Samples.quarters(32, 20));
        assertThat(BlurHash.of(quarters, 4, 3)).hasSize(1 + 1 + 4 + 2 * 11).startsWith("L");
        assertThat(BlurHash.of(quarters, 4, 3)).isNotEqualTo(BlurHash.of(quarters.upright(3), 4, 3));
    }
}
