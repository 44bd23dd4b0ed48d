package io.heliograph.host.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Type of a setting. */
public enum SettingType {
    /** One line of text. */
    TEXT,
    /** A list of texts. */
    TEXTS,
    /** A whole number. */
    NUMBER,
    /** True or false. */
    FLAG,
    /** A length of time: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, {@code 7d}. */
    DURATION,
    /** A secret, given by reference: {@code env:NAME} or {@code file:PATH}. */
    SECRET;

    /** Word in manifests: {@code duration}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of a word; empty if there is none. */
    public static Optional<SettingType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
