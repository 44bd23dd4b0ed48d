package io.heliograph.plugins.procedural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.ProgressReport;
import io.heliograph.spi.media.Pixels;
import io.heliograph.spi.provider.GenerationProvider;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.Note;
import io.heliograph.spi.provider.Options;
import io.heliograph.spi.provider.Output;
import io.heliograph.spi.provider.Reference;
import io.heliograph.spi.provider.ReferenceRole;
import io.heliograph.spi.provider.Results;
import io.heliograph.spi.provider.Submission;
import io.heliograph.testkit.bytes.MemorySource;
import io.heliograph.testkit.host.FakeContext;
import io.heliograph.testkit.host.FakeHost;
import io.heliograph.testkit.host.FakeMedia;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The plugin around the engine: PNG, seeds, notes, references, clips, cancelling. */
final class ProceduralProviderTest {
    private final FakeHost host = new FakeHost();
    private final ProceduralFixture fixture = new ProceduralFixture();
    private final FakeContext call = host.call();

    @AfterEach
    void end() {
        host.close();
    }

    private GenerationProvider provider() throws PluginException {
        return fixture.factory().create(host.instance(Map.of("largest-side", 1536L, "credits", 0L), null));
    }

    private GenerationSpec spec(
            String prompt, OptionalLong seed, int count, Map<String, Object> changes, Reference... references) {
        Map<String, Object> options = new HashMap<>(fixture.options(Models.PICTURE));
        options.putAll(changes);
        return new GenerationSpec(
                Models.PICTURE, prompt, Optional.empty(), Options.of(options), seed, count, List.of(references));
    }

    private Results work(GenerationSpec spec, String key) throws PluginException {
        return ((Submission.Completed) provider().submit(spec, new IdempotencyKey(key), call)).results();
    }

    private Pixels pixels(Output output) throws PluginException {
        byte[] png = host.spool().bytes(((Output.Spooled) output).token());
        return host.media().decode(MemorySource.of(png), 1_000_000);
    }

    private static Reference picture(ReferenceRole role, int width, int height, int colour) {
        int[] argb = new int[width * height];
        Arrays.fill(argb, colour);
        return new Reference(
                role,
                MemorySource.of(FakeMedia.png(new Pixels(width, height, argb))).as("image/png"));
    }

    @Test
    void aResultIsAPngOfTheSizeAskedFor() throws PluginException {
        Results results = work(spec("sea", OptionalLong.of(3), 2, Map.of("width", 128L, "height", 80L)), "k");
        assertThat(results.outputs()).hasSize(2);
        Pixels first = pixels(results.outputs().getFirst());
        assertThat(first.width()).isEqualTo(128);
        assertThat(first.height()).isEqualTo(80);
        assertThat(results.outputs().stream().map(output -> output.seed().getAsLong()))
                .containsExactly(3L, 4L);
        assertThat(pixels(results.outputs().get(1)).argb()).isNotEqualTo(first.argb());
    }

    @Test
    void withoutASeedTheKeyDecidesSoThatARetryIsTheSamePicture() throws PluginException {
        GenerationSpec spec = spec("sea", OptionalLong.empty(), 1, Map.of());
        Output one = work(spec, "key-1").outputs().getFirst();
        Output again = work(spec, "key-1").outputs().getFirst();
        Output other = work(spec, "key-2").outputs().getFirst();
        assertThat(again.seed()).isEqualTo(one.seed());
        assertThat(other.seed()).isNotEqualTo(one.seed());
    }

    @Test
    void theNotesSayWhatWasDrawnAndWhatWasIgnored() throws PluginException {
        Results results = work(spec("a woman by the sea", OptionalLong.of(1), 1, Map.of()), "k");
        assertThat(results.notes())
                .containsExactly(new Note("words-drawn", List.of("sea")), new Note("words-ignored", List.of("woman")));
    }

    @Test
    void strengthNoneReturnsTheReference() throws PluginException {
        Reference red = picture(ReferenceRole.CONTENT, 200, 100, 0xffc03020);
        Results results = work(spec("desert", OptionalLong.of(1), 1, Map.of("strength", 0.0), red), "k");
        int pixel = pixels(results.outputs().getFirst()).argb()[1000];
        assertThat(pixel >> 16 & 255).isBetween(0xb0, 0xd0);
        assertThat(pixel >> 8 & 255).isBetween(0x20, 0x40);
    }

    @Test
    void whatTheMaskLeavesOutStays() throws PluginException {
        Reference red = picture(ReferenceRole.CONTENT, 96, 64, 0xffc03020);
        int[] mask = new int[96 * 64];
        Arrays.fill(mask, 0, 96 * 20, 0xffffffff);
        Arrays.fill(mask, 96 * 20, mask.length, 0xff000000);
        Reference top = new Reference(
                ReferenceRole.MASK,
                MemorySource.of(FakeMedia.png(new Pixels(96, 64, mask))).as("image/png"));
        Results results = work(spec("sky", OptionalLong.of(1), 1, Map.of(), red, top), "k");
        int[] pixels = pixels(results.outputs().getFirst()).argb();
        assertThat(pixels[60 * 96 + 48]).isEqualTo(0xffc03020);
        assertThat(pixels[3 * 96 + 48]).isNotEqualTo(0xffc03020);
    }

    @Test
    void aMaskWithoutAPictureIsRefused() {
        Reference mask = picture(ReferenceRole.MASK, 96, 64, 0xffffffff);
        assertThatThrownBy(() -> work(spec("sky", OptionalLong.of(1), 1, Map.of(), mask), "k"))
                .isInstanceOfSatisfying(
                        PluginException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.USER));
    }

    @Test
    void aClipGoesThroughTheMediaServicesFrameByFrame() throws PluginException {
        Map<String, Object> options = new HashMap<>(fixture.options(Models.VIDEO));
        options.put("format", "webm");
        GenerationSpec spec = new GenerationSpec(
                Models.VIDEO, "sea", Optional.empty(), Options.of(options), OptionalLong.of(1), 1, List.of());
        Output output = work(spec, "k").outputs().getFirst();
        assertThat(new String(host.spool().bytes(((Output.Spooled) output).token()), StandardCharsets.UTF_8))
                .isEqualTo("fake WEBM 64x64 24 fps 48 frames");
    }

    @Test
    void cancellingInTheMiddleLeavesNothing() {
        call.onReport(() -> {
            if (call.reports().size() == 3) {
                call.cancel();
            }
        });
        assertThatThrownBy(
                        () -> work(spec("forest", OptionalLong.of(1), 1, Map.of("width", 256L, "height", 192L)), "k"))
                .isInstanceOfSatisfying(
                        PluginException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CANCELLED));
        assertThat(host.spool().size()).isZero();
    }

    @Test
    void thePreviewIsAlwaysSmallEnough() throws PluginException {
        work(spec("sea", OptionalLong.of(1), 1, Map.of("width", 1032L, "height", 1032L, "style", "noir")), "k");
        assertThat(call.reports().stream().flatMap(report -> report.preview().stream()))
                .isNotEmpty()
                .allSatisfy(
                        preview -> assertThat(preview.length).isLessThanOrEqualTo(ProgressReport.MAX_PREVIEW_BYTES));
    }
}
