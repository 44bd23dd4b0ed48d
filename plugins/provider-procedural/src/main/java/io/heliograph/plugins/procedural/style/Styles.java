package io.heliograph.plugins.procedural.style;

import static io.heliograph.plugins.procedural.maths.Num.mix;

import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.prompt.Style;

/** Looks applied to a finished picture (display values in, display values out). The weight mixes between the plain picture (0) and the full look (1). */
public final class Styles {
    private Styles() {}

    public static Image apply(Workers workers, Image image, Style s, float weight, int seed) {
        if (s == Style.PHOTO || weight <= 0) return image;
        Image o = switch (s) {
            case OIL -> Oil.apply(workers, image, seed);
            case WATERCOLOUR -> Watercolour.apply(workers, image, seed);
            case INK -> InkWash.apply(workers, image, seed);
            case PIXEL -> PixelArt.apply(workers, image);
            case LOWPOLY -> LowPoly.apply(workers, image, seed);
            case LINE -> LineDrawing.apply(workers, image, seed);
            case NOIR -> Noir.apply(workers, image, seed);
            case VAPORWAVE -> Vaporwave.apply(workers, image, seed);
            case PASTEL -> Pastel.apply(workers, image, seed);
            case PHOTO -> image;
        };
        if (weight >= 1) return o;
        for (int i = 0; i < o.rgb.length; i++) o.rgb[i] = mix(image.rgb[i], o.rgb[i], weight);
        return o;
    }
}
