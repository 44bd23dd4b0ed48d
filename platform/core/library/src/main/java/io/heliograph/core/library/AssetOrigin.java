package io.heliograph.core.library;

import io.heliograph.kernel.DataCategory;
import io.heliograph.policy.Purpose;

/** How an asset came to be here. */
public enum AssetOrigin {
    /** Made by an engine. */
    GENERATED("generated", DataCategory.RESULT),
    /** Brought in by a person, to work from. */
    UPLOADED("uploaded", DataCategory.UPLOAD);

    private final String word;
    private final DataCategory category;

    AssetOrigin(String word, DataCategory category) {
        this.word = word;
        this.category = category;
    }

    /** Stable word, in the database and on the web. */
    public String word() {
        return word;
    }

    /** Category of its bytes; its period and its erasure follow from it. */
    public DataCategory category() {
        return category;
    }

    Purpose purpose() {
        return this == GENERATED ? Purpose.GENERATION : Purpose.UPLOAD;
    }

    /** The constant of a stored word. */
    public static AssetOrigin ofWord(String word) {
        return GENERATED.word.equals(word) ? GENERATED : UPLOADED;
    }
}
