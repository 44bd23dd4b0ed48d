package io.heliograph.plugins.procedural.render;

import static io.heliograph.plugins.procedural.maths.Num.clamp;

import io.heliograph.plugins.procedural.prompt.Style;
import java.util.Optional;

/**
 * A clip to draw: two to six seconds at 24 frames a second.
 *
 * @param negative words that must not be drawn; empty for none
 * @param style the look; empty for what the prompt says
 * @param seconds limited to 2 to 6
 */
public record VideoRequest(
        String prompt,
        String negative,
        int width,
        int height,
        float seconds,
        long seed,
        Optional<Style> style,
        float styleWeight) {
    /** Pace of every clip. */
    public static final int FRAMES_PER_SECOND = 24;

    /** How many frames the clip has. */
    public int frames() {
        return Math.round(clamp(seconds, 2, 6) * FRAMES_PER_SECOND);
    }
}
