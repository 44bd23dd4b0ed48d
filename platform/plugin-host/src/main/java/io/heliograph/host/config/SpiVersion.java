package io.heliograph.host.config;

import java.util.Comparator;

/** Version of the SPI. While it is 0.x, each minor version may break. */
public record SpiVersion(int major, int minor) implements Comparable<SpiVersion> {
    /** The one this host speaks. */
    public static final SpiVersion CURRENT = new SpiVersion(0, 1);

    private static final Comparator<SpiVersion> ORDER =
            Comparator.comparingInt(SpiVersion::major).thenComparingInt(SpiVersion::minor);

    /** Reads {@code major.minor}. */
    static SpiVersion parse(String text) {
        int dot = text.indexOf('.');
        return new SpiVersion(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    @Override
    public int compareTo(SpiVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
