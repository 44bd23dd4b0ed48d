package io.heliograph.core.media;

import io.heliograph.core.media.format.DamagedFileException;
import io.heliograph.core.media.format.IsoFormat;
import io.heliograph.core.media.format.JpegFormat;
import io.heliograph.core.media.format.PngFormat;
import io.heliograph.core.media.format.StillHead;
import io.heliograph.core.media.format.WebpFormat;
import io.heliograph.core.media.process.MediaProcess;
import io.heliograph.core.media.process.MediaProcessException;
import io.heliograph.core.media.process.RawPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Stills. An upright PNG, JPEG or WebP keeps its coded data and loses only its metadata. A turned one is decoded, turned and coded again; so is
 * a four-colour JPEG, which browsers show wrongly. AVIF and HEIC become JPEG, or PNG where something is transparent: not every browser and
 * few engines read them.
 */
final class StillPreparer {
    private static final int WEBP_QUALITY = 92;

    /** A WebP larger than this in either direction cannot be written. */
    private static final int WEBP_SIDE = 4096;

    private final MediaLimits limits;
    private final MediaProcess process;
    private final CpuWork cpu;

    StillPreparer(MediaLimits limits, MediaProcess process, CpuWork cpu) {
        this.limits = limits;
        this.process = process;
        this.cpu = cpu;
    }

    /** A clean still: its bytes, and its pixels (possibly fewer than stored) for the thumbnails. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
    record Clean(byte[] file, MediaType type, int width, int height, Raster pixels) {}

    /** Head of the file, checked against the limits. */
    StillHead head(byte[] file, MediaType type) throws DamagedFileException {
        StillHead head = switch (type) {
            case PNG -> PngFormat.head(file);
            case JPEG -> JpegFormat.head(file);
            case WEBP -> WebpFormat.head(file);
            case AVIF, HEIC -> IsoFormat.stillHead(file);
            case MP4, WEBM -> throw new IllegalArgumentException("not a still: " + type);
        };
        if (head.pixels() > limits.pixels() || head.width() > limits.side() || head.height() > limits.side()) {
            throw Refusal.TOO_MANY_PIXELS.problem(limits.pixels());
        }
        if (head.frames() > 1) {
            throw Refusal.TOO_MANY_FRAMES.problem(1);
        }
        return head;
    }

    /**
     * Cleans a still.
     *
     * @param source the same bytes as a file, for the media process
     * @param xmp packet to put in, or null for none
     * @param pixelsWanted longest side that the thumbnails need
     */
    Clean clean(byte[] file, Path source, MediaType type, StillHead head, @Nullable String xmp, int pixelsWanted)
            throws IOException, MediaProcessException {
        if (type == MediaType.AVIF || type == MediaType.HEIC) {
            RawPicture raw = process.firstFrame(source, type.demuxer(), 0, limits.pixels());
            Raster upright =
                    cpu.run(() -> new Raster(raw.width(), raw.height(), raw.argb()).upright(raw.orientation()));
            boolean opaque = upright.isOpaque();
            byte[] coded = cpu.run(() -> opaque ? StillCodec.jpeg(upright) : StillCodec.png(upright));
            MediaType target = opaque ? MediaType.JPEG : MediaType.PNG;
            return new Clean(rewrite(coded, target, xmp), target, upright.width(), upright.height(), upright);
        }
        boolean recode = head.orientation() != 1 || head.fourColours();
        if (!recode) {
            int every = Math.max(1, Math.min(head.width(), head.height()) / (2 * pixelsWanted));
            Raster pixels = cpu.run(() -> StillCodec.decode(file, type, every));
            return new Clean(rewrite(file, type, xmp), type, head.width(), head.height(), pixels);
        }
        Raster upright = cpu.run(() -> StillCodec.decode(file, type, 1).upright(head.orientation()));
        byte[] coded = recode(upright, type, head.lossless());
        return new Clean(
                rewrite(coded, typeOf(upright, type), xmp),
                typeOf(upright, type),
                upright.width(),
                upright.height(),
                upright);
    }

    private static MediaType typeOf(Raster raster, MediaType type) {
        boolean tooLarge = raster.width() > WEBP_SIDE || raster.height() > WEBP_SIDE;
        return type == MediaType.WEBP && tooLarge ? MediaType.PNG : type;
    }

    private byte[] recode(Raster raster, MediaType type, boolean lossless) throws IOException, MediaProcessException {
        return switch (typeOf(raster, type)) {
            case JPEG -> cpu.run(() -> StillCodec.jpeg(raster));
            case PNG -> cpu.run(() -> StillCodec.png(raster));
            default -> process.webp(raster.argb(), raster.width(), raster.height(), WEBP_QUALITY, lossless);
        };
    }

    static byte[] rewrite(byte[] file, MediaType type, @Nullable String xmp) throws DamagedFileException {
        return switch (type) {
            case PNG -> PngFormat.rewrite(file, xmp);
            case JPEG -> JpegFormat.rewrite(file, xmp);
            case WEBP -> WebpFormat.rewrite(file, xmp);
            default -> throw new IllegalArgumentException("not rewritten: " + type);
        };
    }

    /** All pixels of a still, upright; for plugins. */
    Raster decode(Path source, MediaType type, long maxPixels) throws IOException, MediaProcessException {
        byte[] file = Files.readAllBytes(source);
        StillHead head = head(file, type);
        if (head.pixels() > maxPixels) {
            throw Refusal.TOO_MANY_PIXELS.problem(maxPixels);
        }
        if (type == MediaType.AVIF || type == MediaType.HEIC) {
            RawPicture raw = process.firstFrame(source, type.demuxer(), 0, limits.pixels());
            return cpu.run(() -> new Raster(raw.width(), raw.height(), raw.argb()).upright(raw.orientation()));
        }
        return cpu.run(() -> StillCodec.decode(file, type, 1).upright(head.orientation()));
    }
}
