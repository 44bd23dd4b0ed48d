package io.heliograph.core.media;

import io.heliograph.spi.provider.Origin;
import java.util.Optional;

/** Where a picture comes from, in IPTC's controlled words (NewsCodes "digital source type"). */
public enum DigitalSource {
    /** Computed by rules, without a model learnt from samples. */
    ALGORITHMIC("algorithmicMedia"),
    /** Made by a model learnt from samples. */
    TRAINED_ALGORITHMIC("trainedAlgorithmicMedia"),
    /** Made with such a model from other pictures. */
    COMPOSITE_WITH_TRAINED_ALGORITHMIC("compositeWithTrainedAlgorithmicMedia");

    private static final String VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    private final String term;

    DigitalSource(String term) {
        this.term = term;
    }

    /** The term's address, as it stands in the mark. */
    public String uri() {
        return VOCABULARY + term;
    }

    /** What an engine of this kind makes. */
    public static DigitalSource of(Origin origin) {
        return switch (origin) {
            case ALGORITHM -> ALGORITHMIC;
            case TRAINED_MODEL -> TRAINED_ALGORITHMIC;
            case COMPOSITE_WITH_TRAINED_MODEL -> COMPOSITE_WITH_TRAINED_ALGORITHMIC;
        };
    }

    /** True for an address of IPTC's vocabulary, ours or not: only such a term is restated. */
    static boolean isTerm(String uri) {
        String tail = uri.startsWith(VOCABULARY) ? uri.substring(VOCABULARY.length()) : "";
        return !tail.isEmpty() && tail.length() <= 64 && tail.chars().allMatch(Character::isLetter);
    }

    /** The constant with this address. */
    public static Optional<DigitalSource> ofUri(String uri) {
        for (DigitalSource source : values()) {
            if (source.uri().equals(uri)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }
}
