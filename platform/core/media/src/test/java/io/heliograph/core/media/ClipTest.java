package io.heliograph.core.media;

import static io.heliograph.core.media.Samples.BLUE;
import static io.heliograph.core.media.Samples.GREEN;
import static io.heliograph.core.media.Samples.GREY;
import static io.heliograph.core.media.Samples.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.core.media.process.MediaProcessException;
import io.heliograph.core.media.process.VideoWriter;
import io.heliograph.kernel.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(MediaHouse.Extension.class)
class ClipTest {
    private final MediaHouse house;

    ClipTest(MediaHouse house) {
        this.house = house;
    }

    private byte[] clip(String kind, int frames) throws IOException, MediaProcessException {
        Path file = house.newFolder().resolve("clip." + kind);
        try (VideoWriter writer = house.process.writeVideo(file, kind, 400, 240, 24)) {
            for (int i = 0; i < frames; i++) {
                writer.frame(Samples.quarters(400, 240));
            }
            assertThat(writer.finish()).isEqualTo(frames);
        }
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "webm"})
    void aClipComesOutWithLengthPosterThumbnailsAndMark(String kind) throws IOException, MediaProcessException {
        PreparedMedia prepared = house.generated("clip", clip(kind, 48), DigitalSource.ALGORITHMIC);

        assertThat(prepared.kind()).isEqualTo(MediaKind.VIDEO);
        assertThat(prepared.original().type().extension()).isEqualTo(kind);
        assertThat(prepared.original().width()).isEqualTo(400);
        assertThat(prepared.durationMillis()).isBetween(1950L, 2050L);
        assertThat(prepared.derived()).extracting(MediaFile::name).containsExactly("w256", "w512", "poster");
        for (MediaFile still : prepared.derived()) {
            Look.showsQuarters(Look.decoded(still), RED, GREEN, BLUE, GREY);
        }
        assertThat(house.pipeline.mark(prepared.original().path())).contains(DigitalSource.ALGORITHMIC.uri());
        assertThat(text(Files.readAllBytes(prepared.original().path())))
                .doesNotContain("Lavf6")
                .doesNotContain("Lavc");
    }

    @Test
    void anMp4StartsWithItsIndex() throws IOException, MediaProcessException {
        PreparedMedia prepared = house.generated("clip", clip("mp4", 24), DigitalSource.ALGORITHMIC);

        String file = text(Files.readAllBytes(prepared.original().path()));
        assertThat(file.indexOf("moov")).isPositive().isLessThan(file.indexOf("mdat"));
    }

    @Test
    void placeAndDeviceInAClipAreGone() throws IOException, MediaProcessException {
        byte[] telling = withPlace(clip("mp4", 12));
        assertThat(text(telling)).contains("+52.5+013.4/", Samples.DEVICE);

        PreparedMedia prepared = house.bringIn("clip.mp4", telling);

        assertThat(text(Files.readAllBytes(prepared.original().path())))
                .doesNotContain("+52.5")
                .doesNotContain("SecretCam");
        assertThat(house.process.probe(prepared.original().path(), "mov").frames())
                .isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "webm"})
    void aClipCutShortIsDamaged(String kind) throws IOException, MediaProcessException {
        byte[] whole = clip(kind, 48);

        assertThat(reason(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("damaged");
    }

    @Test
    void tooManyFramesAndTooManyPixelsAreRefused() throws IOException, MediaProcessException {
        assertThat(reason(clip("webm", 301))).isEqualTo("too-many-frames");
        assertThat(reason(clip("mp4", 301))).isEqualTo("too-many-frames");
    }

    @Test
    void anotherMatroskaAndAQuickTimeClipAreNotTaken() throws IOException, MediaProcessException {
        byte[] webm = clip("webm", 2);
        byte[] matroska = webm.clone();
        int at = text(matroska).indexOf("webm");
        System.arraycopy(Samples.latin("mkvx"), 0, matroska, at, 4);
        assertThat(reason(matroska)).isEqualTo("type-not-taken");

        byte[] quickTime = clip("mp4", 2);
        System.arraycopy(Samples.latin("qt  "), 0, quickTime, 8, 4);
        assertThat(reason(quickTime)).isEqualTo("type-not-taken");
    }

    private String reason(byte[] file) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> house.bringIn("clip", file));
        assertThat(problem).isNotNull();
        return String.valueOf(problem.params().get("reason"));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    /** Grows the index by a user-data box with a place and a device, and moves the chunk offsets along. */
    private static byte[] withPlace(byte[] mp4) {
        byte[] place =
                box("\u00a9xyz", Samples.join(new byte[] {0, 12, 0x15, (byte) 0xc7}, Samples.latin("+52.5+013.4/")));
        byte[] make = box(
                "\u00a9mak",
                Samples.join(
                        new byte[] {0, (byte) Samples.DEVICE.length(), 0x15, (byte) 0xc7},
                        Samples.latin(Samples.DEVICE)));
        byte[] data = box("udta", Samples.join(place, make));
        int moov = text(mp4).indexOf("moov") - 4;
        ByteBuffer file = ByteBuffer.wrap(mp4.clone());
        int size = file.getInt(moov);
        file.putInt(moov, size + data.length);
        int offsets = text(mp4).indexOf("stco");
        for (int i = 0; i < file.getInt(offsets + 8); i++) {
            int at = offsets + 12 + 4 * i;
            file.putInt(at, file.getInt(at) + data.length);
        }
        return Samples.join(
                Arrays.copyOf(file.array(), moov + size),
                data,
                Arrays.copyOfRange(file.array(), moov + size, mp4.length));
    }

    private static byte[] box(String name, byte[] data) {
        return Samples.join(ByteBuffer.allocate(4).putInt(data.length + 8).array(), Samples.latin(name), data);
    }
}
