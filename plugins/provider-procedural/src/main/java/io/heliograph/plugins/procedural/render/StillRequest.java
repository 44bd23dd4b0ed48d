package io.heliograph.plugins.procedural.render;

import io.heliograph.plugins.procedural.edit.Mask;
import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.prompt.Style;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to draw.
 *
 * @param negative words that must not be drawn; empty for none
 * @param width 64 to 2048 pixels
 * @param height 64 to 2048 pixels
 * @param style the look; empty for what the prompt says
 * @param styleWeight 0 the plain picture, 1 the full look
 * @param reference a picture to begin from, or none
 * @param strength 1 keeps the drawn scene, 0 returns the reference
 * @param mask where the picture may change, as large as the new picture; needs a reference
 */
public record StillRequest(
        String prompt,
        String negative,
        int width,
        int height,
        long seed,
        Optional<Style> style,
        float styleWeight,
        @Nullable Image reference,
        float strength,
        @Nullable Mask mask) {
    /** Shortest and longest side, in pixels. */
    public static final int MIN_SIDE = 64, MAX_SIDE = 2048;

    /** @throws IllegalArgumentException if a side is too short or too long. */
    public StillRequest {
        if (width < MIN_SIDE || height < MIN_SIDE || width > MAX_SIDE || height > MAX_SIDE)
            throw new IllegalArgumentException("a side has " + MIN_SIDE + " to " + MAX_SIDE + " pixels");
    }

    /** A picture from words alone. */
    public static StillRequest of(String prompt, int width, int height, long seed) {
        return new StillRequest(prompt, "", width, height, seed, Optional.empty(), 1, null, .6f, null);
    }
}
