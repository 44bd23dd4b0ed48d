package io.heliograph.core.media;

import io.heliograph.core.media.process.MediaProcess;
import io.heliograph.core.media.process.MediaProcessException;
import io.heliograph.core.media.process.VideoWriter;
import io.heliograph.kernel.ProblemException;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteSource;
import io.heliograph.spi.bytes.Spool;
import io.heliograph.spi.bytes.SpoolToken;
import io.heliograph.spi.media.FrameWriter;
import io.heliograph.spi.media.ImageFormat;
import io.heliograph.spi.media.MediaServices;
import io.heliograph.spi.media.Pixels;
import io.heliograph.spi.media.VideoSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOException;

/**
 * What plugins may use of all this, for one call: results go into that call's spool. Temporary files lie in the given folder, which
 * belongs to the spool, and are gone when the method returns.
 */
final class HostMediaServices implements MediaServices {
    private final MediaProcess process;
    private final StillPreparer stills;
    private final MediaLimits limits;
    private final TypeSniffer sniffer = new TypeSniffer();
    private final Spool spool;
    private final Path folder;
    private final CpuWork cpu;

    HostMediaServices(MediaLimits limits, MediaProcess process, CpuWork cpu, Spool spool, Path folder) {
        this.limits = limits;
        this.process = process;
        this.stills = new StillPreparer(limits, process, cpu);
        this.cpu = cpu;
        this.spool = spool;
        this.folder = folder;
    }

    @Override
    public SpoolToken encodeVideo(VideoSettings settings, FrameWriter writer) throws PluginException {
        boolean webm = settings.container() == VideoSettings.Container.WEBM;
        MediaType type = webm ? MediaType.WEBM : MediaType.MP4;
        return withTemporaryFile(type.extension(), file -> {
            try (VideoWriter video = process.writeVideo(
                    file, webm ? "webm" : "mp4", settings.width(), settings.height(), settings.framesPerSecond())) {
                writer.writeTo(rgb -> {
                    try {
                        video.frame(rgb);
                    } catch (MediaProcessException e) {
                        throw failure(e);
                    }
                });
                video.finish();
            }
            return spool.write(type.mimeType(), sink -> Files.copy(file, sink.asStream()));
        });
    }

    @Override
    public Pixels decode(ByteSource picture, int maxPixels) throws PluginException {
        return withTemporaryFile("in", file -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                picture.copyTo(out);
            }
            MediaType type = sniffer.sniff(file).orElseThrow(HostMediaServices::notDecodable);
            Raster raster = type.kind() == MediaKind.VIDEO
                    ? firstFrame(file, type)
                    : stills.decode(file, type, Math.min(maxPixels, limits.pixels()));
            if ((long) raster.width() * raster.height() > maxPixels) {
                throw PluginException.nothingHappened(ErrorKind.USER, "too-many-pixels", "the picture is too large");
            }
            return new Pixels(raster.width(), raster.height(), raster.argb());
        });
    }

    private Raster firstFrame(Path file, MediaType type) throws MediaProcessException {
        var frame = process.firstFrame(file, type.demuxer(), 0, limits.pixels());
        return new Raster(frame.width(), frame.height(), frame.argb()).upright(frame.orientation());
    }

    @Override
    public SpoolToken encodeImage(Pixels picture, ImageFormat format) throws PluginException {
        try {
            Raster raster = new Raster(picture.width(), picture.height(), picture.argb());
            MediaType type = switch (format) {
                case PNG -> MediaType.PNG;
                case JPEG -> MediaType.JPEG;
                case WEBP -> MediaType.WEBP;
            };
            byte[] file = switch (format) {
                case PNG -> cpu.run(() -> StillCodec.png(raster));
                case JPEG -> cpu.run(() -> StillCodec.jpeg(raster));
                case WEBP -> process.webp(raster.argb(), raster.width(), raster.height(), 92, false);
            };
            return spool.write(type.mimeType(), sink -> sink.write(file, 0, file.length));
        } catch (MediaProcessException e) {
            throw failure(e);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private interface Work<T> {
        T with(Path file) throws IOException, PluginException, MediaProcessException;
    }

    private <T> T withTemporaryFile(String extension, Work<T> work) throws PluginException {
        try {
            Path file = Files.createTempFile(folder, "media-", "." + extension);
            try {
                return work.with(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (MediaProcessException e) {
            throw failure(e);
        } catch (ProblemException | IIOException e) {
            throw notDecodable().causedBy(e);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static PluginException notDecodable() {
        return PluginException.nothingHappened(ErrorKind.USER, "bad-media", "the picture cannot be decoded");
    }

    private static PluginException noRoom(IOException e) {
        return PluginException.nothingHappened(ErrorKind.RESOURCES, "spool", "the spool did not take the file")
                .causedBy(e);
    }

    private static PluginException failure(MediaProcessException e) {
        ErrorKind kind = e.kind() == MediaProcessException.Kind.REFUSED ? ErrorKind.USER : ErrorKind.RESOURCES;
        return PluginException.nothingHappened(kind, "media-process", String.valueOf(e.getMessage()))
                .causedBy(e);
    }
}
