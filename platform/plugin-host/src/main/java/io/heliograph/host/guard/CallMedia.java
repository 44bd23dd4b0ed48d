package io.heliograph.host.guard;

import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteSource;
import io.heliograph.spi.bytes.SpoolToken;
import io.heliograph.spi.media.FrameWriter;
import io.heliograph.spi.media.ImageFormat;
import io.heliograph.spi.media.MediaServices;
import io.heliograph.spi.media.Pixels;
import io.heliograph.spi.media.VideoSettings;

/** Media services as a plugin sees them: dead with the call, and each frame counts as progress. */
final class CallMedia implements MediaServices {
    private final MediaServices services;
    private final CallLife life;

    CallMedia(MediaServices services, CallLife life) {
        this.services = services;
        this.life = life;
    }

    @Override
    public SpoolToken encodeVideo(VideoSettings settings, FrameWriter writer) throws PluginException {
        life.check();
        return services.encodeVideo(
                settings,
                sink -> writer.writeTo(rgb -> {
                    life.check();
                    sink.frame(rgb);
                    life.moved();
                }));
    }

    @Override
    public Pixels decode(ByteSource picture, int maxPixels) throws PluginException {
        life.check();
        Pixels pixels = services.decode(picture, maxPixels);
        life.moved();
        return pixels;
    }

    @Override
    public SpoolToken encodeImage(Pixels picture, ImageFormat format) throws PluginException {
        life.check();
        SpoolToken token = services.encodeImage(picture, format);
        life.moved();
        return token;
    }
}
