package io.heliograph.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.core.media.process.MediaProcessException;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MediaHouse.Extension.class)
class BombTest {
    private final MediaHouse house;

    BombTest(MediaHouse house) {
        this.house = house;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(byte[] file, Refusal refusal, ProblemType type) {}

    @TestFactory
    Stream<DynamicTest> aHostileFileIsRefusedWithItsReason() throws IOException, MediaProcessException {
        Map<String, Row> table = new LinkedHashMap<>();
        table.put("nothing.png", new Row(new byte[0], Refusal.EMPTY, ProblemType.BAD_MEDIA));
        table.put("page.png", row("<html><script>alert(1)</script></html>"));
        table.put("drawing.png", row("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
        table.put("animated.png", row(Samples.write(Samples.image(40, 24, BufferedImage.TYPE_INT_RGB), "gif")));
        table.put("list.mp4", row("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n"));
        table.put("numbers.jpg", row("1234567890"));
        byte[] png = Samples.png(400, 240);
        byte[] jpeg = Samples.jpeg(400, 240);
        byte[] webp = house.process.webp(Samples.quarters(400, 240), 400, 240, 90, true);
        table.put("large.png", new Row(withPadding(png), Refusal.TOO_MANY_BYTES, ProblemType.TOO_LARGE));
        table.put("wide.png", pixels(wide(png)));
        table.put("wide.jpg", pixels(wideJpeg(jpeg)));
        table.put("wide.webp", pixels(canvasAround(webp, 5000, 5000)));
        table.put(
                "nested.webp",
                pixels(canvasAround(house.process.webp(new int[4090 * 1000], 4090, 1000, 1, true), 4, 4)));
        table.put("moving.webp", new Row(moving(webp), Refusal.TOO_MANY_FRAMES, ProblemType.BAD_MEDIA));
        table.put("wide.heic", pixels(wideHeic()));
        table.put("cut.png", damaged(Arrays.copyOf(png, png.length - 20)));
        table.put("cut.jpg", damaged(Arrays.copyOf(jpeg, jpeg.length - 200)));
        table.put("cut.webp", damaged(Arrays.copyOf(webp, webp.length - 10)));
        byte[] heic = Samples.resource("quad.heic");
        table.put("cut.heic", damaged(Arrays.copyOf(heic, heic.length - 100)));
        table.put("flipped.png", damaged(flipped(png)));
        return table.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    ProblemException problem = catchThrowableOfType(
                            ProblemException.class,
                            () -> house.bringIn(entry.getKey(), entry.getValue().file()));
                    assertThat(problem).isNotNull();
                    assertThat(problem.params())
                            .containsEntry("reason", entry.getValue().refusal().word());
                    assertThat(problem.type()).isEqualTo(entry.getValue().type());
                }));
    }

    @Test
    void theHeadAloneDecidesSoTheBombIsNeverDecoded() throws IOException {
        // 60,000 x 60,000 claimed, but not one byte of picture data behind it: only the claim can have been read
        byte[] header = ByteBuffer.allocate(13)
                .putInt(60_000)
                .putInt(60_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        byte[] file = Samples.join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                Samples.chunk("IHDR", header),
                Samples.chunk("IEND", new byte[0]));

        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> house.bringIn("bomb.png", file));

        assertThat(problem.params()).containsEntry("reason", "too-many-pixels").containsEntry("limit", 4_000_000L);
    }

    private static Row row(String text) {
        return row(Samples.latin(text));
    }

    private static Row row(byte[] file) {
        return new Row(file, Refusal.TYPE_NOT_TAKEN, ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    private static Row damaged(byte[] file) {
        return new Row(file, Refusal.DAMAGED, ProblemType.BAD_MEDIA);
    }

    private static Row pixels(byte[] file) {
        return new Row(file, Refusal.TOO_MANY_PIXELS, ProblemType.BAD_MEDIA);
    }

    private static byte[] withPadding(byte[] png) {
        return Samples.insertChunks(png, Samples.chunk("teSt", new byte[3 << 20]));
    }

    private static byte[] wide(byte[] png) {
        byte[] header = Arrays.copyOfRange(png, 16, 29);
        ByteBuffer.wrap(header).putInt(5_000).putInt(5_000);
        return Samples.join(
                Arrays.copyOf(png, 8), Samples.chunk("IHDR", header), Arrays.copyOfRange(png, 33, png.length));
    }

    private static byte[] wideJpeg(byte[] jpeg) {
        byte[] wide = jpeg.clone();
        for (int at = 2; at < wide.length; at++) {
            if ((wide[at] & 0xff) == 0xff && (wide[at + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(wide).position(at + 5).putShort((short) 65_000).putShort((short) 65_000);
                return wide;
            }
        }
        throw new IllegalStateException("no frame");
    }

    private static byte[] canvasAround(byte[] webp, int width, int height) {
        byte[] head = new byte[10];
        Samples.put24(head, 4, width - 1);
        Samples.put24(head, 7, height - 1);
        return Samples.riff(Samples.join(Samples.riffChunk("VP8X", head), Arrays.copyOfRange(webp, 12, webp.length)));
    }

    private static byte[] moving(byte[] webp) {
        byte[] head = new byte[10];
        head[0] = 2;
        Samples.put24(head, 4, 399);
        Samples.put24(head, 7, 239);
        byte[] frame = Samples.join(new byte[16], Arrays.copyOfRange(webp, 12, webp.length));
        return Samples.riff(Samples.join(
                Samples.riffChunk("VP8X", head),
                Samples.riffChunk("ANIM", new byte[6]),
                Samples.riffChunk("ANMF", frame),
                Samples.riffChunk("ANMF", frame)));
    }

    private static byte[] wideHeic() throws IOException {
        byte[] heic = Samples.resource("quad.heic");
        int at = new String(heic, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("ispe");
        ByteBuffer.wrap(heic).position(at + 8).putInt(100_000).putInt(100_000);
        return heic;
    }

    private static byte[] flipped(byte[] png) {
        byte[] flipped = png.clone();
        flipped[flipped.length / 2] ^= 1;
        return flipped;
    }
}
