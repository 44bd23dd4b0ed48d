package io.heliograph.plugins.procedural;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.MediaKind;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Origin;
import io.heliograph.spi.provider.Price;
import io.heliograph.spi.provider.ReferenceRole;
import java.util.List;
import java.util.Set;

/** The two models of the engine and their options. */
final class Models {
    static final String PICTURE = "scenery";
    static final String VIDEO = "scenery-video";
    static final int MAX_PICTURES = 4;

    private final long creditsEach;
    private final List<ModelCard> cards;

    /**
     * @param largestSidePixels longest side of a picture, 256 to 2,048
     * @param creditsEach credits for each picture or clip
     */
    Models(int largestSidePixels, long creditsEach) {
        this.creditsEach = creditsEach;
        int side = largestSidePixels / 8 * 8;
        cards = List.of(
                new ModelCard(
                        PICTURE,
                        "Scenery",
                        "Landscapes, seas, towns, space and patterns, drawn by rules, no AI model.",
                        MediaKind.IMAGE,
                        Set.of(ReferenceRole.CONTENT, ReferenceRole.MASK),
                        pictureOptions(side),
                        Price.flat(creditsEach),
                        MAX_PICTURES,
                        1,
                        Origin.ALGORITHM,
                        true),
                new ModelCard(
                        VIDEO,
                        "Scenery in motion",
                        "Short clips of the same scenes with a gliding camera, drawn by rules, no AI model.",
                        MediaKind.VIDEO,
                        Set.of(),
                        videoOptions(),
                        Price.flat(creditsEach),
                        1,
                        8,
                        Origin.ALGORITHM,
                        true));
    }

    /** Credits for one output of any model. */
    long creditsEach() {
        return creditsEach;
    }

    List<ModelCard> cards() {
        return cards;
    }

    /** The card of a model. */
    ModelCard card(String id) throws PluginException {
        return cards.stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .orElseThrow(() -> PluginException.nothingHappened(
                        ErrorKind.USER, "unknown-model", "The engine has no model of this name."));
    }

    private static String pictureOptions(int side) {
        return """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","additionalProperties":false,
             "required":[],"properties":{
              "width":{"type":"integer","title":"Width","description":"Pixels, a multiple of 8.","minimum":64,"maximum":SIDE,
                "multipleOf":8,"default":768},
              "height":{"type":"integer","title":"Height","description":"Pixels, a multiple of 8.","minimum":64,"maximum":SIDE,
                "multipleOf":8,"default":512},
              "style":{"type":"string","title":"Style","description":"A style named in the prompt counts where this says auto.",
                "enum":STYLES,"default":"auto"},
              "style-strength":{"type":"number","title":"Style strength","description":"0 is the plain picture, 1 the full look.",
                "minimum":0,"maximum":1,"default":1},
              "strength":{"type":"number","title":"Change","description":"How far a reference picture is changed: 0 returns it, 1 keeps only its colours.",
                "minimum":0,"maximum":1,"default":0.6}}}
            """.replace("SIDE", Integer.toString(side)).replace("STYLES", StyleOption.jsonNames());
    }

    private static String videoOptions() {
        return """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","additionalProperties":false,
             "required":[],"properties":{
              "width":{"type":"integer","title":"Width","description":"Pixels, a multiple of 16.","minimum":64,"maximum":768,
                "multipleOf":16,"default":512},
              "height":{"type":"integer","title":"Height","description":"Pixels, a multiple of 16.","minimum":64,"maximum":768,
                "multipleOf":16,"default":288},
              "seconds":{"type":"integer","title":"Duration","description":"Seconds, at 24 frames a second.","minimum":2,"maximum":6,"default":2},
              "format":{"type":"string","title":"Format","description":"MP4 holds H.264, WebM holds VP9.","enum":["mp4","webm"],"default":"mp4"},
              "style":{"type":"string","title":"Style","description":"A style named in the prompt counts where this says auto.",
                "enum":STYLES,"default":"auto"},
              "style-strength":{"type":"number","title":"Style strength","description":"0 is the plain picture, 1 the full look.",
                "minimum":0,"maximum":1,"default":1}}}
            """.replace("STYLES", StyleOption.jsonNames());
    }
}
