package io.heliograph.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Phones store a HEIC picture as a grid of tiles, each an item of its own; one of two tiles is built here from a plain one. */
@ExtendWith(MediaHouse.Extension.class)
class TileGridTest {
    private static final int TILE_WIDTH = 160;
    private static final int HEIGHT = 96;

    private final MediaHouse house;

    TileGridTest(MediaHouse house) {
        this.house = house;
    }

    @Test
    void tilesAreLaidSideBySide() throws IOException {
        PreparedMedia prepared = house.bringIn("phone.heic", grid(2 * TILE_WIDTH));

        Raster picture = Look.decoded(prepared.original());
        assertThat(picture.width()).isEqualTo(2 * TILE_WIDTH);
        assertThat(picture.height()).isEqualTo(HEIGHT);
        for (int left : new int[] {0, TILE_WIDTH}) {
            assertThat(Look.isNear(pixel(picture, left + 40, 24), Samples.RED)).isTrue();
            assertThat(Look.isNear(pixel(picture, left + 120, 24), Samples.GREEN))
                    .isTrue();
            assertThat(Look.isNear(pixel(picture, left + 40, 72), Samples.BLUE)).isTrue();
        }
    }

    @Test
    void whatLiesOutsideThePictureIsCutOff() throws IOException {
        PreparedMedia prepared = house.bringIn("phone.heic", grid(200));

        assertThat(prepared.original().width()).isEqualTo(200);
        assertThat(Look.isNear(pixel(Look.decoded(prepared.original()), 190, 24), Samples.RED))
                .isTrue();
    }

    private static int pixel(Raster raster, int x, int y) {
        return raster.argb()[y * raster.width() + x];
    }

    private static byte[] grid(int width) throws IOException {
        byte[] plain = Samples.resource("quad.heic");
        String text = new String(plain, StandardCharsets.ISO_8859_1);
        byte[] typeBox = Arrays.copyOf(plain, text.indexOf("meta") - 4);
        byte[] handler = boxAt(plain, text.indexOf("hdlr") - 4);
        byte[] decoder = boxAt(plain, text.indexOf("hvcC") - 4);
        byte[] coded = Arrays.copyOfRange(plain, text.indexOf("mdat") + 4, plain.length);
        byte[] layout = ByteBuffer.allocate(8)
                .put(new byte[] {0, 0, 0, 1})
                .putShort((short) width)
                .putShort((short) HEIGHT)
                .array();
        byte[] meta = meta(handler, decoder, width, 0, coded.length);
        int data = typeBox.length + meta.length + 8;
        return Samples.join(typeBox, meta(handler, decoder, width, data, coded.length), box("mdat", layout, coded));
    }

    private static byte[] meta(byte[] handler, byte[] decoder, int width, int data, int codedLength) {
        ByteBuffer places = ByteBuffer.allocate(4 + 2 + 2 + 3 * 14);
        places.putInt(0).putShort((short) 0x4400).putShort((short) 3);
        place(places, 1, data + 8, codedLength);
        place(places, 2, data + 8, codedLength);
        place(places, 3, data, 8);
        byte[] properties = box("ipco", decoder, size(TILE_WIDTH), size(width));
        byte[] links = box(
                "ipma",
                new byte[] {0, 0, 0, 0, 0, 0, 0, 3},
                new byte[] {0, 1, 2, (byte) 0x81, 2},
                new byte[] {0, 2, 2, (byte) 0x81, 2},
                new byte[] {0, 3, 1, 3});
        return box(
                "meta",
                new byte[4],
                handler,
                box("pitm", new byte[] {0, 0, 0, 0, 0, 3}),
                box("iloc", places.array()),
                box("iinf", new byte[] {0, 0, 0, 0, 0, 3}, item(1, "hvc1"), item(2, "hvc1"), item(3, "grid")),
                box("iref", new byte[4], box("dimg", new byte[] {0, 3, 0, 2, 0, 1, 0, 2})),
                box("iprp", properties, links));
    }

    private static void place(ByteBuffer places, int item, int offset, int length) {
        places.putShort((short) item)
                .putShort((short) 0)
                .putShort((short) 1)
                .putInt(offset)
                .putInt(length);
    }

    private static byte[] item(int id, String type) {
        return box("infe", new byte[] {2, 0, 0, 0, 0, (byte) id, 0, 0}, Samples.latin(type), new byte[1]);
    }

    private static byte[] size(int width) {
        return box(
                "ispe",
                ByteBuffer.allocate(12).putInt(0).putInt(width).putInt(HEIGHT).array());
    }

    private static byte[] boxAt(byte[] file, int at) {
        return Arrays.copyOfRange(file, at, at + ByteBuffer.wrap(file).getInt(at));
    }

    private static byte[] box(String name, byte[]... parts) {
        byte[] data = Samples.join(parts);
        return Samples.join(ByteBuffer.allocate(4).putInt(data.length + 8).array(), Samples.latin(name), data);
    }
}
