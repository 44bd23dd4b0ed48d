package io.heliograph.host.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths of time as people write them. */
public final class Durations {
    private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})\\s*(ms|s|m|h|d)");

    private Durations() {}

    /** {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, {@code 7d} or ISO 8601; empty for anything else. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = SHORT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            return Optional.of(
                    switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    });
        }
        try {
            Duration iso = Duration.parse(text.strip());
            return iso.isNegative() ? Optional.empty() : Optional.of(iso);
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
