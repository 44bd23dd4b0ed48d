package io.heliograph.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.media.format.XmpPacket;
import io.heliograph.core.media.process.MediaProcessException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MediaHouse.Extension.class)
class MarkTest {
    private static final String CAPTURED = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";
    private final MediaHouse house;

    MarkTest(MediaHouse house) {
        this.house = house;
    }

    private Map<String, byte[]> stills() throws IOException, MediaProcessException {
        Map<String, byte[]> stills = new LinkedHashMap<>();
        stills.put("a.png", Samples.png(400, 240));
        stills.put("a.jpg", Samples.jpeg(400, 240));
        stills.put("lossy.webp", house.process.webp(Samples.quarters(400, 240), 400, 240, 90, false));
        stills.put("lossless.webp", house.process.webp(Samples.quarters(400, 240), 400, 240, 90, true));
        return stills;
    }

    @Test
    void everyResultCarriesTheOriginThatIsTrueOfItsEngine() throws IOException, MediaProcessException {
        for (Map.Entry<String, byte[]> still : stills().entrySet()) {
            for (DigitalSource source : DigitalSource.values()) {
                PreparedMedia prepared = house.generated(still.getKey(), still.getValue(), source);

                byte[] kept = Files.readAllBytes(prepared.original().path());
                assertThat(Look.sourceType(kept)).as(still.getKey()).contains(source.uri());
                assertThat(house.pipeline.mark(prepared.original().path())).contains(source.uri());
                Look.showsQuarters(
                        Look.decoded(prepared.original()), Samples.RED, Samples.GREEN, Samples.BLUE, Samples.GREY);
            }
        }
    }

    @Test
    void aMarkThatCameWithAFileIsRestated() throws IOException {
        byte[] packet = XmpPacket.of(CAPTURED).getBytes(StandardCharsets.UTF_8);
        byte[] photo = Samples.insertSegment(
                Samples.tellingJpeg(400, 240, 1),
                0xe1,
                Samples.join(Samples.latin("http://ns.adobe.com/xap/1.0/\0"), packet));

        PreparedMedia prepared = house.bringIn("photo.jpg", photo);

        assertThat(prepared.provenance().digitalSourceType()).contains(CAPTURED);
        assertThat(Look.sourceType(Files.readAllBytes(prepared.original().path())))
                .contains(CAPTURED);
        Look.tellsNothing(prepared.original().path());
    }

    @Test
    void aPictureWithoutAMarkGetsNone() throws IOException {
        PreparedMedia prepared = house.bringIn("photo.jpg", Samples.jpeg(400, 240));

        assertThat(prepared.provenance()).isEqualTo(new Provenance(Optional.empty(), false));
        assertThat(Look.sourceType(Files.readAllBytes(prepared.original().path())))
                .isEmpty();
    }

    @Test
    void anEnginesResultThatClaimsToBeAPhotographIsMarkedAsWhatItIs() throws IOException {
        byte[] packet = XmpPacket.of(CAPTURED).getBytes(StandardCharsets.UTF_8);
        byte[] claim = Samples.insertSegment(
                Samples.jpeg(400, 240), 0xe1, Samples.join(Samples.latin("http://ns.adobe.com/xap/1.0/\0"), packet));

        PreparedMedia prepared = house.generated("a.jpg", claim, DigitalSource.TRAINED_ALGORITHMIC);

        assertThat(house.pipeline.mark(prepared.original().path())).contains(DigitalSource.TRAINED_ALGORITHMIC.uri());
    }

    @Test
    void contentCredentialsAreNotedSinceStrippingEndsThem() throws IOException {
        byte[] signed = Samples.insertChunks(Samples.png(400, 240), Samples.chunk("caBX", Samples.latin("jumb")));

        assertThat(house.bringIn("signed.png", signed).provenance().contentCredentials())
                .isTrue();
    }

    @Test
    void aPacketWithADocumentTypeOrAWordOfItsOwnSaysNothing() {
        String hostile = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + XmpPacket.of(CAPTURED).replace("digitalCapture", "&e;");
        assertThat(XmpPacket.digitalSourceType(hostile)).isEmpty();
        assertThat(DigitalSource.isTerm(CAPTURED)).isTrue();
        assertThat(DigitalSource.isTerm("http://elsewhere.example/digitalCapture"))
                .isFalse();
        assertThat(DigitalSource.isTerm("http://cv.iptc.org/newscodes/digitalsourcetype/<b>"))
                .isFalse();
    }
}
