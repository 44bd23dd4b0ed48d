package io.heliograph.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteSink;
import io.heliograph.spi.bytes.ByteSource;
import io.heliograph.spi.bytes.SinkWriter;
import io.heliograph.spi.bytes.Spool;
import io.heliograph.spi.bytes.SpoolToken;
import io.heliograph.spi.media.ImageFormat;
import io.heliograph.spi.media.MediaServices;
import io.heliograph.spi.media.Pixels;
import io.heliograph.spi.media.VideoSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MediaHouse.Extension.class)
class HostMediaServicesTest {
    private final MediaHouse house;
    private final MemorySpool spool = new MemorySpool();
    private final Path folder;
    private final MediaServices services;

    HostMediaServicesTest(MediaHouse house) throws IOException {
        this.house = house;
        this.folder = house.newFolder();
        this.services = house.pipeline.servicesFor(spool, folder);
    }

    @Test
    void aPluginsFramesBecomeAClipInItsSpool() throws Exception {
        SpoolToken token = services.encodeVideo(new VideoSettings(VideoSettings.Container.WEBM, 64, 48, 12), sink -> {
            for (int i = 0; i < 12; i++) {
                sink.frame(Samples.quarters(64, 48));
            }
        });

        assertThat(token.value()).isEqualTo("video/webm");
        assertThat(house.process
                        .probe(house.write("clip.webm", spool.bytes()), "matroska")
                        .durationMillis())
                .isBetween(900L, 1100L);
        assertNothingIsLeft();
    }

    @Test
    void aPluginThatFailsInTheMiddleLeavesNothingBehind() throws Exception {
        PluginException failure = PluginException.nothingHappened(ErrorKind.USER, "own", "own failure");

        PluginException seen = catchThrowableOfType(
                PluginException.class,
                () -> services.encodeVideo(new VideoSettings(VideoSettings.Container.MP4, 64, 48, 12), sink -> {
                    sink.frame(Samples.quarters(64, 48));
                    throw failure;
                }));

        assertThat(seen).isSameAs(failure);
        assertThat(spool.bytes()).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void picturesAreDecodedAndCodedInEveryFormat() throws Exception {
        for (ImageFormat format : ImageFormat.values()) {
            services.encodeImage(new Pixels(64, 48, Samples.quarters(64, 48)), format);

            Pixels back = services.decode(new Bytes(spool.take()), 64 * 48);

            Look.showsQuarters(
                    new Raster(back.width(), back.height(), back.argb()),
                    Samples.RED,
                    Samples.GREEN,
                    Samples.BLUE,
                    Samples.GREY);
        }
        assertNothingIsLeft();
    }

    @Test
    void aPictureThatIsTooLargeOrNoneIsTheUsersFault() throws Exception {
        for (byte[] file : new byte[][] {Samples.png(65, 48), Samples.latin("no picture at all")}) {
            PluginException seen =
                    catchThrowableOfType(PluginException.class, () -> services.decode(new Bytes(file), 64 * 48));
            assertThat(seen.kind()).isEqualTo(ErrorKind.USER);
        }
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static final class MemorySpool implements Spool {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        @Override
        public SpoolToken write(String mediaType, SinkWriter writer) throws IOException, PluginException {
            ByteSink sink = kept::write;
            writer.writeTo(sink);
            return new SpoolToken(mediaType);
        }

        byte[] bytes() {
            return kept.toByteArray();
        }

        byte[] take() {
            byte[] bytes = bytes();
            kept.reset();
            return bytes;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Bytes(byte[] file) implements ByteSource {
        @Override
        public OptionalLong sizeBytes() {
            return OptionalLong.of(file.length);
        }

        @Override
        public String mediaType() {
            return "application/octet-stream";
        }

        @Override
        public long copyTo(OutputStream target) throws IOException {
            target.write(file);
            return file.length;
        }

        @Override
        public byte[] readAll(int limitBytes) {
            return file.clone();
        }
    }
}
