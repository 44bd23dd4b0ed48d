package io.heliograph.core.media;

import static io.heliograph.core.media.Samples.BLUE;
import static io.heliograph.core.media.Samples.GREEN;
import static io.heliograph.core.media.Samples.GREY;
import static io.heliograph.core.media.Samples.RED;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.media.process.MediaProcessException;
import io.heliograph.kernel.Commitment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MediaHouse.Extension.class)
@Commitment("C3")
class StrippingTest {
    private final MediaHouse house;

    StrippingTest(MediaHouse house) {
        this.house = house;
    }

    @Test
    void aPhonesJpegLosesPlaceDeviceAndCommentsButNotOnePixel() throws IOException {
        byte[] telling = Samples.tellingJpeg(400, 240, 1);
        assertThat(Look.hasCoordinates(telling)).as("the sample tells").isTrue();

        PreparedMedia prepared = house.bringIn("photo.jpg", telling);

        Look.tellsNothing(prepared.original().path());
        assertThat(Look.decoded(prepared.original()).argb())
                .isEqualTo(StillCodec.decode(telling, MediaType.JPEG, 1).argb());
        for (MediaFile file : prepared.derived()) {
            Look.tellsNothing(file.path());
        }
    }

    @Test
    void aPngLosesTextExifAndUnknownChunks() throws IOException {
        byte[] telling = Samples.tellingPng(400, 240, 1);
        assertThat(Look.hasCoordinates(telling)).as("the sample tells").isTrue();

        PreparedMedia prepared = house.bringIn("photo.png", telling);

        Look.tellsNothing(prepared.original().path());
        assertThat(Look.decoded(prepared.original()).argb()).isEqualTo(Samples.quarters(400, 240));
    }

    @Test
    void aWebpLosesItsExif() throws IOException, MediaProcessException {
        byte[] plain = house.process.webp(Samples.quarters(400, 240), 400, 240, 90, false);
        byte[] telling = Samples.tellingWebp(plain, 400, 240, 1);
        assertThat(Look.hasCoordinates(telling)).as("the sample tells").isTrue();

        PreparedMedia prepared = house.bringIn("photo.webp", telling);

        Look.tellsNothing(prepared.original().path());
        Look.showsQuarters(Look.decoded(prepared.original()), RED, GREEN, BLUE, GREY);
    }

    @Test
    void anOrientationIsAppliedAndThenGone() throws IOException, MediaProcessException {
        byte[] plain = house.process.webp(Samples.quarters(400, 240), 400, 240, 90, true);
        for (byte[] turned : new byte[][] {
            Samples.tellingJpeg(400, 240, 6), Samples.tellingPng(400, 240, 6), Samples.tellingWebp(plain, 400, 240, 6)
        }) {
            PreparedMedia prepared = house.bringIn("turned", turned);

            assertThat(prepared.original().width()).isEqualTo(240);
            assertThat(prepared.original().height()).isEqualTo(400);
            Look.showsQuarters(Look.decoded(prepared.original()), BLUE, RED, GREY, GREEN);
            Look.showsQuarters(Look.decoded(prepared.derived().getFirst()), BLUE, RED, GREY, GREEN);
            Look.tellsNothing(prepared.original().path());
        }
    }

    @Test
    void whatAFileToldIsNamedBeforeAndNothingAfter() throws IOException, MediaProcessException {
        byte[] plain = house.process.webp(Samples.quarters(400, 240), 400, 240, 90, true);
        for (byte[] telling : new byte[][] {
            Samples.tellingJpeg(400, 240, 1), Samples.tellingPng(400, 240, 1), Samples.tellingWebp(plain, 400, 240, 1)
        }) {
            Path spooled = house.write("in", telling);
            assertThat(house.pipeline.tells(spooled)).containsExactlyInAnyOrder("location", "device");
            assertThat(house.pipeline.tells(
                            house.bringIn("in", telling).original().path()))
                    .isEmpty();
        }
    }

    @Test
    void preparingItAgainChangesNothing() throws IOException {
        PreparedMedia once = house.bringIn("photo.jpg", Samples.tellingJpeg(400, 240, 1));

        PreparedMedia twice =
                house.bringIn("photo.jpg", Files.readAllBytes(once.original().path()));

        assertThat(twice.original().sha256()).isEqualTo(once.original().sha256());
        assertThat(twice.blurHash()).isEqualTo(once.blurHash());
    }
}
