package io.heliograph.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasterTest {
    /** The stored picture is 2 x 3: 1 2 / 3 4 / 5 6. Expected rows as the EXIF standard draws them. */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 123456",
        "2, 2, 214365",
        "3, 2, 654321",
        "4, 2, 563412",
        "5, 3, 135246",
        "6, 3, 531642",
        "7, 3, 642531",
        "8, 3, 246135"
    })
    void everyOrientationTurnsThePixelsAsTheStandardSays(int orientation, int width, String expected) {
        Raster turned = new Raster(2, 3, new int[] {1, 2, 3, 4, 5, 6}).upright(orientation);

        StringBuilder seen = new StringBuilder();
        for (int pixel : turned.argb()) {
            seen.append(pixel);
        }
        assertThat(turned.width()).isEqualTo(width);
        assertThat(seen.toString()).isEqualTo(expected);
    }

    @Test
    void shrinkingTakesTheMeanAndLetsNothingBleedFromTransparentPixels() {
        Raster raster = new Raster(4, 1, new int[] {0xff000000, 0xff646464, 0x00ff0000, 0xff0000ff});

        assertThat(raster.shrunkTo(2, 1).argb()).containsExactly(0xff323232, 0x800000ff);
    }
}
