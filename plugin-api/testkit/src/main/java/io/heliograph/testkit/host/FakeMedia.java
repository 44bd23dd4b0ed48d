package io.heliograph.testkit.host;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteSource;
import io.heliograph.spi.bytes.SpoolToken;
import io.heliograph.spi.media.FrameWriter;
import io.heliograph.spi.media.ImageFormat;
import io.heliograph.spi.media.MediaServices;
import io.heliograph.spi.media.Pixels;
import io.heliograph.spi.media.VideoSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Media services without a media process: PNG and JPEG by the JDK; a "video" is a text that counts its frames. */
public final class FakeMedia implements MediaServices {
    private static final int MAX_PICTURE_BYTES = 64 * 1024 * 1024;

    private final FakeSpool spool;

    FakeMedia(FakeSpool spool) {
        this.spool = spool;
    }

    @Override
    public SpoolToken encodeVideo(VideoSettings settings, FrameWriter writer) throws PluginException {
        AtomicInteger frames = new AtomicInteger();
        writer.writeTo(rgb -> {
            if (rgb.length != settings.width() * settings.height()) {
                throw PluginException.nothingHappened(
                        ErrorKind.PROVIDER, "frame", "A frame has another size than the video.");
            }
            frames.incrementAndGet();
        });
        String text = "fake " + settings.container() + " " + settings.width() + "x" + settings.height() + " "
                + settings.framesPerSecond() + " fps " + frames.get() + " frames";
        return spool.keep(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Pixels decode(ByteSource picture, int maxPixels) throws PluginException {
        try {
            byte[] bytes = picture.readAll(MAX_PICTURE_BYTES);
            @Nullable
            BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
            if (image == null || (long) image.getWidth() * image.getHeight() > maxPixels) {
                throw PluginException.nothingHappened(ErrorKind.USER, "picture", "Not a picture that is taken.");
            }
            int width = image.getWidth();
            int height = image.getHeight();
            return new Pixels(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        } catch (IOException e) {
            throw PluginException.nothingHappened(ErrorKind.USER, "picture", "The picture cannot be read.")
                    .causedBy(e);
        }
    }

    @Override
    public SpoolToken encodeImage(Pixels picture, ImageFormat format) throws PluginException {
        return spool.keep(png(picture));
    }

    /** A PNG of these pixels, for references in tests. */
    public static byte[] png(Pixels picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
