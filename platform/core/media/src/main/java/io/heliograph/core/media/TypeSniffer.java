package io.heliograph.core.media;

import io.heliograph.core.media.format.EbmlFormat;
import io.heliograph.core.media.format.IsoFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;

/**
 * The type of a file by its bytes alone. Tika speaks first; where its answer cannot tell members of a family apart (MP4 and QuickTime,
 * WebM and Matroska, AVIF and HEIC), the file's own brands and document type decide. Both must agree. Safe for many threads.
 */
final class TypeSniffer {
    private static final int PREFIX_BYTES = 64 * 1024;
    private static final Set<String> ISO_FAMILY = Set.of(
            "video/mp4",
            "video/quicktime",
            "video/x-m4v",
            "application/mp4",
            "audio/mp4",
            "image/heic",
            "image/heif",
            "image/heic-sequence",
            "image/heif-sequence",
            "image/avif");
    private static final Set<String> EBML_FAMILY = Set.of("application/x-matroska", "video/x-matroska", "video/webm");
    private static final Set<String> AVIF_BRANDS = Set.of("avif");
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis");
    private static final Set<String> MP4_BRANDS = Set.of(
            "isom", "iso2", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "avc1", "av01", "M4V ");

    private final Tika tika = new Tika();

    /** The type, or empty for anything that is not taken. */
    Optional<MediaType> sniff(Path file) throws IOException {
        byte[] prefix;
        try (InputStream in = Files.newInputStream(file)) {
            prefix = in.readNBytes(PREFIX_BYTES);
        }
        return sniff(prefix);
    }

    Optional<MediaType> sniff(byte[] prefix) {
        String verdict = tika.detect(prefix);
        if (ISO_FAMILY.contains(verdict)) {
            return IsoFormat.brands(prefix).flatMap(TypeSniffer::ofBrands);
        }
        if (EBML_FAMILY.contains(verdict)) {
            return EbmlFormat.docType(prefix).filter("webm"::equals).map(type -> MediaType.WEBM);
        }
        return MediaType.ofMimeType(verdict).filter(type -> switch (type) {
            case PNG, JPEG, WEBP -> true;
            case AVIF, HEIC, MP4, WEBM -> false;
        });
    }

    /** A still's brand counts only as the major one, or behind the neutral {@code mif1}; a QuickTime clip is none of ours. */
    private static Optional<MediaType> ofBrands(IsoFormat.Brands brands) {
        String major = brands.major();
        List<String> all = brands.compatible();
        if (AVIF_BRANDS.contains(major) || ("mif1".equals(major) && all.stream().anyMatch(AVIF_BRANDS::contains))) {
            return Optional.of(MediaType.AVIF);
        }
        if (HEIC_BRANDS.contains(major) || ("mif1".equals(major) && all.stream().anyMatch(HEIC_BRANDS::contains))) {
            return Optional.of(MediaType.HEIC);
        }
        return MP4_BRANDS.contains(major) ? Optional.of(MediaType.MP4) : Optional.empty();
    }
}
