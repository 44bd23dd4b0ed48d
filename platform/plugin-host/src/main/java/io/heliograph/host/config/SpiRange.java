package io.heliograph.host.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SPI versions a plugin was made for: {@code 0.1} (that one), or {@code >=0.1 <0.3}.
 *
 * @param from least version that fits
 * @param below first version that does not fit any more
 */
public record SpiRange(SpiVersion from, SpiVersion below) {
    private static final Pattern ONE = Pattern.compile("([0-9]{1,4}\\.[0-9]{1,4})");
    private static final Pattern RANGE =
            Pattern.compile(">=\\s*([0-9]{1,4}\\.[0-9]{1,4})\\s+<\\s*([0-9]{1,4}\\.[0-9]{1,4})");

    /** Reads a range; empty if the text is none or holds nothing. */
    public static Optional<SpiRange> parse(String text) {
        Matcher one = ONE.matcher(text.strip());
        if (one.matches()) {
            SpiVersion version = SpiVersion.parse(one.group(1));
            return Optional.of(new SpiRange(version, new SpiVersion(version.major(), version.minor() + 1)));
        }
        Matcher range = RANGE.matcher(text.strip());
        if (!range.matches()) {
            return Optional.empty();
        }
        SpiRange found = new SpiRange(SpiVersion.parse(range.group(1)), SpiVersion.parse(range.group(2)));
        return found.from.compareTo(found.below) < 0 ? Optional.of(found) : Optional.empty();
    }

    /** Whether {@code version} fits. */
    public boolean contains(SpiVersion version) {
        return from.compareTo(version) <= 0 && version.compareTo(below) < 0;
    }

    @Override
    public String toString() {
        return ">=" + from + " <" + below;
    }
}
