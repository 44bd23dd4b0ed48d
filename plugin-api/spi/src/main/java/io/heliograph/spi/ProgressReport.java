package io.heliograph.spi;

import java.util.Optional;

/**
 * How far a running call is.
 *
 * @param fraction 0 to 1, never falling
 * @param preview an encoded JPEG, PNG or WebP picture of at most 256 kB, if there is one to show
 */
public record ProgressReport(double fraction, Optional<byte[]> preview) {
    /** Largest preview that is passed on, in bytes. */
    public static final int MAX_PREVIEW_BYTES = 256 * 1024;

    /** @throws IllegalArgumentException if the fraction is outside 0 to 1 or the preview too large. */
    public ProgressReport {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("a fraction lies between 0 and 1");
        }
        if (preview.isPresent() && preview.get().length > MAX_PREVIEW_BYTES) {
            throw new IllegalArgumentException("a preview has at most " + MAX_PREVIEW_BYTES + " bytes");
        }
    }

    /** Progress without a picture. */
    public static ProgressReport of(double fraction) {
        return new ProgressReport(fraction, Optional.empty());
    }

    /** Progress with a picture. */
    public static ProgressReport of(double fraction, byte[] preview) {
        return new ProgressReport(fraction, Optional.of(preview));
    }
}
