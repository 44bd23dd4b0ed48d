package io.heliograph.core.media;

import io.heliograph.core.media.format.EbmlFormat;
import io.heliograph.core.media.format.IsoFormat;
import io.heliograph.core.media.process.MediaProcess;
import io.heliograph.core.media.process.MediaProcessException;
import io.heliograph.core.media.process.RawPicture;
import io.heliograph.core.media.process.VideoFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Clips: looked at, copied into a clean container (index in front for MP4), marked; never decoded but for the first frame. */
final class ClipPreparer {
    private static final int PREFIX_BYTES = 64 * 1024;

    private final MediaLimits limits;
    private final MediaProcess process;

    ClipPreparer(MediaLimits limits, MediaProcess process) {
        this.limits = limits;
        this.process = process;
    }

    /** A clean clip and its first frame, upright. */
    record Clean(int width, int height, long durationMillis, Raster poster) {}

    /** What the clip says about its origin; also refuses one whose container is cut short. */
    Provenance provenance(Path source, MediaType type) throws IOException, MediaProcessException {
        if (type == MediaType.MP4) {
            IsoFormat.Origin origin = IsoFormat.origin(source);
            return new Provenance(origin.xmp().flatMap(MediaPipeline::sourceTerm), origin.contentCredentials());
        }
        try (InputStream in = Files.newInputStream(source)) {
            EbmlFormat.requireComplete(in.readNBytes(PREFIX_BYTES), Files.size(source));
        }
        String term = process.probe(source, type.demuxer()).digitalSourceType();
        return new Provenance(Optional.of(term).filter(DigitalSource::isTerm), false);
    }

    /**
     * Cleans a clip into {@code target}.
     *
     * @param term IPTC term to mark it with, or null
     * @param xmp the same as a packet, or null
     * @param posterSide longest side of the poster
     */
    Clean clean(Path source, MediaType type, Path target, @Nullable String term, @Nullable String xmp, int posterSide)
            throws IOException, MediaProcessException {
        check(process.probe(source, type.demuxer()));
        process.remux(
                source,
                type.demuxer(),
                target,
                type == MediaType.WEBM ? "webm" : "mp4",
                limits.frames(),
                term == null ? "" : term);
        if (type == MediaType.MP4 && xmp != null) {
            IsoFormat.appendXmp(target, xmp);
        }
        VideoFacts facts = process.probe(target, type.demuxer()); // the fresh container knows its length
        check(facts);
        RawPicture first = process.firstFrame(target, type.demuxer(), posterSide, limits.pixels());
        Raster poster = new Raster(first.width(), first.height(), first.argb()).upright(facts.orientation());
        boolean turned = facts.orientation() >= 5;
        return new Clean(
                turned ? facts.height() : facts.width(),
                turned ? facts.width() : facts.height(),
                facts.durationMillis(),
                poster);
    }

    private void check(VideoFacts facts) {
        if (facts.width() < 1 || facts.height() < 1) {
            throw Refusal.DAMAGED.problem();
        }
        boolean tooWide = facts.width() > limits.side() || facts.height() > limits.side();
        if (tooWide || (long) facts.width() * facts.height() > limits.pixels()) {
            throw Refusal.TOO_MANY_PIXELS.problem(limits.pixels());
        }
        if (facts.frames() > limits.frames()) {
            throw Refusal.TOO_MANY_FRAMES.problem(limits.frames());
        }
        if (facts.durationMillis() > limits.durationMillis()) {
            throw Refusal.TOO_LONG.problem(limits.durationMillis());
        }
    }
}
