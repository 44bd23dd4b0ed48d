package io.heliograph.core.media.format;

import java.util.Optional;

/**
 * What a still picture's container says before anything is decoded.
 *
 * @param width pixels as stored, before the orientation is applied; the largest that any part of the file claims
 * @param height pixels as stored
 * @param frames pictures in the file; 1 for a still
 * @param orientation EXIF orientation, 1 (upright) to 8
 * @param fourColours true for a JPEG with four components (CMYK or YCCK), which browsers show wrongly
 * @param lossless true where the pixels are stored without loss
 * @param xmp the XMP packet, where there is one of reasonable size
 * @param contentCredentials true where a C2PA manifest is embedded
 */
public record StillHead(
        int width,
        int height,
        int frames,
        int orientation,
        boolean fourColours,
        boolean lossless,
        Optional<String> xmp,
        boolean contentCredentials) {

    /** Pixels of one frame, as a long: two ints of a hostile header overflow an int. */
    public long pixels() {
        return (long) width * height;
    }
}
