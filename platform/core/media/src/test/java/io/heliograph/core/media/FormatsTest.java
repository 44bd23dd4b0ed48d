package io.heliograph.core.media;

import static io.heliograph.core.media.Samples.BLUE;
import static io.heliograph.core.media.Samples.GREEN;
import static io.heliograph.core.media.Samples.GREY;
import static io.heliograph.core.media.Samples.RED;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MediaHouse.Extension.class)
class FormatsTest {
    private final MediaHouse house;

    FormatsTest(MediaHouse house) {
        this.house = house;
    }

    @Test
    void thumbnailsAreWebpInSeveralWidthsBelowTheOriginals() throws IOException {
        PreparedMedia prepared = house.bringIn("picture.png", Samples.png(1400, 700));

        assertThat(prepared.derived()).extracting(MediaFile::name).containsExactly("w256", "w512", "w1024");
        assertThat(prepared.derived()).extracting(MediaFile::width).containsExactly(256, 512, 1024);
        assertThat(prepared.derived()).extracting(MediaFile::height).containsExactly(128, 256, 512);
        for (MediaFile file : prepared.derived()) {
            assertThat(house.pipeline.type(file.path())).isEqualTo(MediaType.WEBP);
            assertThat(file.sizeBytes()).isEqualTo(Files.size(file.path()));
            Look.showsQuarters(Look.decoded(file), RED, GREEN, BLUE, GREY);
        }
    }

    @Test
    void aPictureBetweenTwoWidthsHasOneOfItsOwnWidthToo() throws IOException {
        PreparedMedia prepared = house.bringIn("picture.png", Samples.png(768, 512));

        assertThat(prepared.derived()).extracting(MediaFile::name).containsExactly("w256", "w512", "w1024");
        assertThat(prepared.derived()).extracting(MediaFile::width).containsExactly(256, 512, 768);
    }

    @Test
    void aTinyPictureHasOneThumbnailOfItsOwnSize() throws IOException {
        PreparedMedia prepared = house.bringIn("tiny.png", Samples.png(40, 24));

        assertThat(prepared.derived()).extracting(MediaFile::width).containsExactly(40);
        assertThat(prepared.blurHash()).hasSize(28);
    }

    @Test
    void transparencySurvivesInFileAndThumbnail() throws IOException {
        BufferedImage image = new BufferedImage(400, 240, BufferedImage.TYPE_INT_ARGB);
        for (int x = 200; x < 400; x++) {
            for (int y = 0; y < 240; y++) {
                image.setRGB(x, y, RED);
            }
        }

        PreparedMedia prepared = house.bringIn("cut-out.png", Samples.write(image, "png"));

        Raster thumbnail = Look.decoded(prepared.derived().getFirst());
        assertThat(thumbnail.argb()[70 * thumbnail.width() + 40] >>> 24).isLessThan(8);
        assertThat(Look.isNear(thumbnail.argb()[70 * thumbnail.width() + 230], RED))
                .isTrue();
        assertThat(Look.decoded(prepared.original()).isOpaque()).isFalse();
    }

    @Test
    void sixteenBitColoursKeepTheirDepthAndTheirLook() throws IOException {
        byte[] deep = Samples.deepPng(400, 240);

        PreparedMedia prepared = house.bringIn("deep.png", deep);

        byte[] kept = Files.readAllBytes(prepared.original().path());
        assertThat(kept[24]).as("bits a sample, in IHDR").isEqualTo((byte) 16);
        Raster thumbnail = Look.decoded(prepared.derived().getFirst());
        assertThat(Look.isNear(thumbnail.argb()[100 * thumbnail.width() + 2], 0xff008000))
                .isTrue();
        assertThat(Look.isNear(thumbnail.argb()[100 * thumbnail.width() + 254], 0xffff8000))
                .isTrue();
    }

    @Test
    void sixteenBitGreyIsNotBrightened() throws IOException {
        PreparedMedia prepared = house.bringIn("grey.png", Samples.deepGreyPng(400, 240, 0x4040));

        assertThat(Look.isNear(Look.decoded(prepared.derived().getFirst()).argb()[5000], 0xff404040))
                .isTrue();
    }

    @Test
    void fourColourJpegBecomesOneThatBrowsersShow() throws IOException {
        PreparedMedia prepared = house.bringIn("print.jpg", Samples.cmykJpeg(400, 240));

        Raster raster = Look.decoded(prepared.original());
        int pixel = raster.argb()[100 * 400 + 100];
        assertThat(pixel >> 16 & 0xff).as("red of cyan").isLessThan(90);
        assertThat(pixel & 0xff).as("blue of cyan").isGreaterThan(150);
        assertThat(io.heliograph.core.media.format.JpegFormat.head(
                                Files.readAllBytes(prepared.original().path()))
                        .fourColours())
                .isFalse();
    }

    @Test
    void avifAndHeicBecomeJpeg() throws IOException {
        for (String name : new String[] {"quad.avif", "quad.heic"}) {
            PreparedMedia prepared = house.bringIn(name, Samples.resource(name));

            assertThat(prepared.original().type()).isEqualTo(MediaType.JPEG);
            assertThat(prepared.original().width()).isEqualTo(160);
            assertThat(prepared.original().height()).isEqualTo(96);
            Look.showsQuarters(Look.decoded(prepared.original()), RED, GREEN, BLUE, GREY);
        }
    }

    @Test
    void aTurnedHeicComesOutUpright() throws IOException {
        byte[] turned = Samples.resource("quad.heic");
        int property = indexOf(turned, "pixi");
        System.arraycopy(Samples.latin("irot"), 0, turned, property, 4);
        turned[property + 4] = 3; // three quarters anticlockwise

        PreparedMedia prepared = house.bringIn("turned.heic", turned);

        assertThat(prepared.original().width()).isEqualTo(96);
        Look.showsQuarters(Look.decoded(prepared.original()), BLUE, RED, GREY, GREEN);
    }

    @Test
    void theTypeIsToldByContentWhateverTheName() throws IOException {
        assertThat(house.bringIn("lies.jpg", Samples.png(40, 24)).original().type())
                .isEqualTo(MediaType.PNG);
        assertThat(house.bringIn("lies.svg", Samples.jpeg(40, 24)).original().type())
                .isEqualTo(MediaType.JPEG);
    }

    private static int indexOf(byte[] file, String name) {
        return new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(name);
    }
}
