package io.heliograph.core.media;

import io.heliograph.core.media.format.DamagedFileException;
import io.heliograph.core.media.format.Exif;
import io.heliograph.core.media.format.StillHead;
import io.heliograph.core.media.format.XmpPacket;
import io.heliograph.core.media.process.MediaProcess;
import io.heliograph.core.media.process.MediaProcessException;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.spi.bytes.Spool;
import io.heliograph.spi.media.MediaServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * The one way for pictures and clips, in and out. Any thread that may wait, but none of the calculation pool's own: decoding and scaling are
 * handed to that pool, native work to the media process.
 *
 * <p>A refused file is a {@link ProblemException} with a {@link Refusal}'s word as {@code reason}; a media process that cannot be had is
 * {@code unavailable}, and the same file may be tried again. Files are written only into the caller's work folder, which the caller empties
 * in any case, failures included.
 */
@Commitment("C3")
public final class MediaPipeline {
    private static final List<Integer> WIDTHS = List.of(256, 512, 1024);
    private static final int POSTER_SIDE = 1280;
    private static final int THUMBNAIL_QUALITY = 80;
    private static final int POSTER_QUALITY = 85;

    /** A thumbnail is at most this many times as high as it is wide: it is meant for a grid. */
    private static final int TALLEST = 4;

    private static final int BLUR_SIDE = 32;

    private final MediaLimits limits;
    private final MediaProcess process;
    private final CpuWork cpu;
    private final TypeSniffer sniffer = new TypeSniffer();
    private final StillPreparer stills;
    private final ClipPreparer clips;

    /** @param calculation the pool for calculation: as many threads as cores, with a queue */
    public MediaPipeline(MediaLimits limits, MediaProcess process, ExecutorService calculation) {
        ImageIO.setUseCache(false);
        this.limits = limits;
        this.process = process;
        this.cpu = new CpuWork(calculation);
        this.stills = new StillPreparer(limits, process, cpu);
        this.clips = new ClipPreparer(limits, process);
    }

    /** The type by content, with the limit on bytes applied. */
    public MediaType type(Path source) {
        try {
            long bytes = Files.size(source);
            if (bytes == 0) {
                throw Refusal.EMPTY.problem();
            }
            MediaType type = sniffer.sniff(source).orElseThrow(Refusal.TYPE_NOT_TAKEN::problem);
            long limit = type.kind() == MediaKind.IMAGE ? limits.imageBytes() : limits.videoBytes();
            if (bytes > limit) {
                throw Refusal.TOO_MANY_BYTES.problem(limit);
            }
            return type;
        } catch (IOException e) {
            throw new UncheckedIOException("spooled file not readable", e);
        }
    }

    /**
     * Prepares one file.
     *
     * @param source spooled bytes as they came; not changed
     * @param workFolder where the results go; names in it are the pipeline's
     */
    public PreparedMedia prepare(Path source, Path workFolder, MediaOrigin origin) {
        MediaType type = type(source);
        try {
            return type.kind() == MediaKind.IMAGE
                    ? still(source, type, workFolder, origin)
                    : clip(source, type, workFolder, origin);
        } catch (DamagedFileException | IIOException e) {
            throw Refusal.DAMAGED.problem().causedBy(e);
        } catch (MediaProcessException e) {
            throw problem(e);
        } catch (IOException e) {
            throw new UncheckedIOException("work folder not usable", e);
        }
    }

    /**
     * What a still tells on its maker before it is stripped, in words for an interface: {@code location}, {@code device}, {@code author},
     * {@code time}, {@code other}. Empty for clips, of which everything beside picture and sound is left behind unread.
     */
    public Set<String> tells(Path source) {
        if (type(source).kind() == MediaKind.VIDEO) {
            return Set.of();
        }
        try {
            return Exif.of(Files.readAllBytes(source)).stream()
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("spooled file not readable", e);
        }
    }

    /** The mark in a file that the pipeline made: its IPTC term. Nothing is decoded. */
    public Optional<String> mark(Path file) {
        try {
            MediaType type = type(file);
            return type.kind() == MediaKind.IMAGE
                    ? provenance(stills.head(Files.readAllBytes(file), type)).digitalSourceType()
                    : clips.provenance(file, type).digitalSourceType();
        } catch (DamagedFileException e) {
            throw Refusal.DAMAGED.problem().causedBy(e);
        } catch (MediaProcessException e) {
            throw problem(e);
        } catch (IOException e) {
            throw new UncheckedIOException("file not readable", e);
        }
    }

    /**
     * What a plugin may use, for one call.
     *
     * @param spool where its results go
     * @param folder for temporary files, inside the spool's own
     */
    public MediaServices servicesFor(Spool spool, Path folder) {
        return new HostMediaServices(limits, process, cpu, spool, folder);
    }

    static ProblemException problem(MediaProcessException e) {
        return switch (e.kind()) {
            case REFUSED ->
                (String.valueOf(e.getMessage()).startsWith("limit:") ? Refusal.TOO_MANY_FRAMES : Refusal.DAMAGED)
                        .problem()
                        .causedBy(e);
            // dead twice under the same file: that file is to blame more likely than not, and must not be tried for
            // ever
            case DIED -> Refusal.DAMAGED.problem().causedBy(e);
            case UNAVAILABLE -> ProblemException.of(ProblemType.UNAVAILABLE).causedBy(e);
        };
    }

    private PreparedMedia still(Path source, MediaType type, Path workFolder, MediaOrigin origin)
            throws IOException, MediaProcessException {
        byte[] file = Files.readAllBytes(source);
        StillHead head = stills.head(file, type);
        Provenance provenance = provenance(head);
        String term = term(origin, provenance);
        StillPreparer.Clean clean =
                stills.clean(file, source, type, head, term == null ? null : XmpPacket.of(term), WIDTHS.getLast());
        Path target = workFolder.resolve("original." + clean.type().extension());
        Files.write(target, clean.file());
        MediaFile original = described("original", target, clean.type(), clean.width(), clean.height());
        List<MediaFile> derived = new ArrayList<>();
        Raster smallest = thumbnails(clean.pixels(), original.width(), original.height(), workFolder, derived);
        return new PreparedMedia(original, derived, 0, blurHash(smallest), provenance);
    }

    private PreparedMedia clip(Path source, MediaType type, Path workFolder, MediaOrigin origin)
            throws IOException, MediaProcessException {
        Provenance provenance = clips.provenance(source, type);
        String term = term(origin, provenance);
        Path target = workFolder.resolve("original." + type.extension());
        ClipPreparer.Clean clean =
                clips.clean(source, type, target, term, term == null ? null : XmpPacket.of(term), POSTER_SIDE);
        MediaFile original = described("original", target, type, clean.width(), clean.height());
        List<MediaFile> derived = new ArrayList<>();
        Raster smallest = thumbnails(clean.poster(), original.width(), original.height(), workFolder, derived);
        derived.add(webp("poster", clean.poster(), POSTER_QUALITY, workFolder));
        return new PreparedMedia(original, derived, clean.durationMillis(), blurHash(smallest), provenance);
    }

    private static @Nullable String term(MediaOrigin origin, Provenance provenance) {
        return switch (origin) {
            case MediaOrigin.Generated generated -> generated.source().uri();
            case MediaOrigin.BroughtIn() -> provenance.digitalSourceType().orElse(null);
        };
    }

    private static Provenance provenance(StillHead head) {
        return new Provenance(head.xmp().flatMap(MediaPipeline::sourceTerm), head.contentCredentials());
    }

    static Optional<String> sourceTerm(String xmp) {
        return XmpPacket.digitalSourceType(xmp).filter(DigitalSource::isTerm);
    }

    /**
     * Writes a thumbnail for each width up to the first that is not below the picture's own, never wider than the picture; returns
     * the smallest as pixels.
     */
    private Raster thumbnails(Raster pixels, int width, int height, Path workFolder, List<MediaFile> derived)
            throws IOException, MediaProcessException {
        List<Integer> wanted = new ArrayList<>();
        for (int candidate : WIDTHS) {
            wanted.add(candidate);
            if (candidate >= width) {
                break;
            }
        }
        Raster smaller = pixels;
        for (int nominal : wanted.reversed()) {
            int target = Math.min(nominal, width);
            long tallest = (long) target * TALLEST;
            int high = (int) Math.clamp(Math.round((double) height * target / width), 1L, tallest);
            int wide = high == tallest ? (int) Math.max(1, Math.round((double) width * high / height)) : target;
            Raster from = smaller;
            smaller = cpu.run(() -> from.shrunkTo(wide, high));
            derived.addFirst(webp("w" + nominal, smaller, THUMBNAIL_QUALITY, workFolder));
        }
        return smaller;
    }

    private MediaFile webp(String name, Raster raster, int quality, Path workFolder)
            throws IOException, MediaProcessException {
        Path target = workFolder.resolve(name + ".webp");
        Files.write(target, process.webp(raster.argb(), raster.width(), raster.height(), quality, false));
        return described(name, target, MediaType.WEBP, raster.width(), raster.height());
    }

    private String blurHash(Raster picture) throws IOException {
        return cpu.run(() -> {
            double scale = Math.min(1.0, (double) BLUR_SIDE / Math.max(picture.width(), picture.height()));
            Raster small = picture.shrunkTo((int) Math.max(1, Math.round(picture.width() * scale)), (int)
                    Math.max(1, Math.round(picture.height() * scale)));
            return picture.width() >= picture.height() ? BlurHash.of(small, 4, 3) : BlurHash.of(small, 3, 4);
        });
    }

    private static MediaFile described(String name, Path file, MediaType type, int width, int height)
            throws IOException {
        return new MediaFile(name, file, type, width, height, Files.size(file), Checksum.sha256(file));
    }
}
