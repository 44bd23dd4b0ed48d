package io.heliograph.host.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns written values into values of a setting's type. */
final class SettingValues {
    private SettingValues() {}

    /** Either a value of the type or what was expected instead. */
    record Checked(Optional<Object> value, Optional<String> expected) {
        static Checked of(Object value) {
            return new Checked(Optional.of(value), Optional.empty());
        }

        static Checked expected(String expected) {
            return new Checked(Optional.empty(), Optional.of(expected));
        }
    }

    /** Checks any type but a secret. */
    static Checked check(SettingSpec spec, Object raw) {
        return switch (spec.type()) {
            case TEXT -> raw instanceof List<?> ? Checked.expected("one text") : text(spec, String.valueOf(raw));
            case TEXTS -> texts(spec, raw);
            case NUMBER -> number(spec, raw);
            case FLAG ->
                YamlMap.flag(String.valueOf(raw)).<Checked>map(Checked::of).orElse(Checked.expected("true or false"));
            case DURATION -> duration(spec, raw);
            case SECRET -> throw new IllegalArgumentException("a secret is resolved, not checked");
        };
    }

    private static Checked text(SettingSpec spec, String text) {
        if (!spec.allowed().isEmpty() && !spec.allowed().contains(text)) {
            return Checked.expected("one of " + String.join(", ", spec.allowed()));
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            return Checked.expected("text without control characters");
        }
        return within(spec, text.length())
                ? Checked.of(text)
                : Checked.expected("a text of " + range(spec) + " characters");
    }

    private static Checked texts(SettingSpec spec, Object raw) {
        List<?> items = raw instanceof List<?> list ? list : List.of(raw);
        List<String> texts = new ArrayList<>();
        for (Object item : items) {
            String text = String.valueOf(item);
            if (!spec.allowed().isEmpty() && !spec.allowed().contains(text)) {
                return Checked.expected("only " + String.join(", ", spec.allowed()));
            }
            texts.add(text);
        }
        return Checked.of(List.copyOf(texts));
    }

    private static Checked number(SettingSpec spec, Object raw) {
        return YamlMap.number(String.valueOf(raw))
                .filter(number -> within(spec, number))
                .<Checked>map(Checked::of)
                .orElseGet(() -> Checked.expected("a whole number" + of(spec)));
    }

    private static Checked duration(SettingSpec spec, Object raw) {
        Optional<Duration> duration =
                raw instanceof Duration given ? Optional.of(given) : Durations.parse(String.valueOf(raw));
        return duration.filter(value -> within(spec, value.toSeconds()))
                .<Checked>map(Checked::of)
                .orElseGet(() -> Checked.expected(
                        "a length of time such as 30s or 5m" + (of(spec).isEmpty() ? "" : of(spec) + " seconds")));
    }

    private static boolean within(SettingSpec spec, long value) {
        return value >= spec.min().orElse(Long.MIN_VALUE) && value <= spec.max().orElse(Long.MAX_VALUE);
    }

    private static String of(SettingSpec spec) {
        return spec.min().isEmpty() && spec.max().isEmpty() ? "" : " of " + range(spec);
    }

    private static String range(SettingSpec spec) {
        if (spec.min().isEmpty()) {
            return "at most " + spec.max().orElse(Long.MAX_VALUE);
        }
        return spec.max().isEmpty()
                ? "at least " + spec.min().getAsLong()
                : spec.min().getAsLong() + " to " + spec.max().getAsLong();
    }
}
