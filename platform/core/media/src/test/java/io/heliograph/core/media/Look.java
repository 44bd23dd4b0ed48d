package io.heliograph.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How tests look at files: with another library than the one that wrote them. */
final class Look {
    private Look() {}

    static Metadata metadata(byte[] file) throws IOException {
        try {
            return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
        } catch (ImageProcessingException e) {
            throw new IOException(e);
        }
    }

    static boolean hasCoordinates(byte[] file) throws IOException {
        GpsDirectory gps = metadata(file).getFirstDirectoryOfType(GpsDirectory.class);
        return gps != null && gps.getGeoLocation() != null;
    }

    static Optional<String> sourceType(byte[] file) throws IOException {
        XmpDirectory xmp = metadata(file).getFirstDirectoryOfType(XmpDirectory.class);
        return Optional.ofNullable(xmp == null ? null : xmp.getXmpProperties().get("Iptc4xmpExt:DigitalSourceType"));
    }

    static void tellsNothing(Path path) throws IOException {
        byte[] file = Files.readAllBytes(path);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("SecretCam");
        assertThat(hasCoordinates(file)).isFalse();
    }

    static Raster decoded(MediaFile file) throws IOException {
        return StillCodec.decode(Files.readAllBytes(file.path()), file.type(), 1);
    }

    /** Asserts the colours in the middle of the four quarters, within what lossy formats do. */
    static void showsQuarters(Raster raster, int topLeft, int topRight, int bottomLeft, int bottomRight) {
        near(raster, 1, 1, topLeft);
        near(raster, 3, 1, topRight);
        near(raster, 1, 3, bottomLeft);
        near(raster, 3, 3, bottomRight);
    }

    private static void near(Raster raster, int quarterX, int quarterY, int wanted) {
        int pixel = raster.argb()[raster.height() * quarterY / 4 * raster.width() + raster.width() * quarterX / 4];
        assertThat(isNear(pixel, wanted))
                .as("%08x near %08x at quarter %d,%d", pixel, wanted, quarterX, quarterY)
                .isTrue();
    }

    static boolean isNear(int pixel, int wanted) {
        for (int shift = 0; shift <= 24; shift += 8) {
            if (Math.abs((pixel >> shift & 0xff) - (wanted >> shift & 0xff)) > 24) {
                return false;
            }
        }
        return true;
    }
}
