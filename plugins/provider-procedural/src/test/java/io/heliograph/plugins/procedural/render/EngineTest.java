package io.heliograph.plugins.procedural.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.plugins.procedural.edit.Mask;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.prompt.PromptReader;
import io.heliograph.plugins.procedural.prompt.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The engine draws what it always drew, whoever helps, and stops when told. */
final class EngineTest {
    private static final Engine ENGINE = new Engine(new PromptReader());
    private static final ExecutorService POOL = Executors.newFixedThreadPool(2);
    private static final Workers TWO = Fingerprints.team(2, POOL);

    @AfterAll
    static void endThreads() {
        POOL.shutdown();
    }

    private static StillRequest request(
            String prompt, String size, long seed, @Nullable Image reference, float strength, @Nullable Mask mask) {
        String[] sides = size.split("x");
        return new StillRequest(
                prompt,
                "",
                Integer.parseInt(sides[0]),
                Integer.parseInt(sides[1]),
                seed,
                Optional.empty(),
                1,
                reference,
                strength,
                mask);
    }

    private static Drawing draw(String prompt, String size, long seed) {
        return ENGINE.draw(request(prompt, size, seed, null, .6f, null), TWO, Watcher.nobody());
    }

    private static Image lake() {
        return draw("lake with mountains by day", "320x256", 5).image();
    }

    @TestFactory
    Stream<DynamicTest> everyFamilyAndStyleIsDrawnAsRecorded() throws Exception {
        List<String[]> rows = Fingerprints.rows("still");
        assertThat(rows).hasSizeGreaterThanOrEqualTo(20);
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row[2] + " #" + row[0], () -> {
                    Drawing drawing = draw(row[2], row[1], Long.parseLong(row[0]));
                    assertThat(Fingerprints.of(drawing.image())).isEqualTo(row[3]);
                    assertThat(String.join(";", drawing.spec().drawn())).isEqualTo(row[4]);
                    assertThat(String.join(";", drawing.spec().ignored())).isEqualTo(row[5]);
                }));
    }

    @TestFactory
    Stream<DynamicTest> oneThreadDrawsWhatTwoDraw() throws Exception {
        return Fingerprints.rows("still").stream()
                .filter(row -> row[1].equals("256x192"))
                .limit(4)
                .map(row -> DynamicTest.dynamicTest(row[2], () -> {
                    Drawing alone = ENGINE.draw(
                            request(row[2], row[1], Long.parseLong(row[0]), null, .6f, null),
                            Workers.alone(),
                            Watcher.nobody());
                    assertThat(Fingerprints.of(alone.image())).isEqualTo(row[3]);
                }));
    }

    @Test
    void anotherSeedIsAnotherPicture() {
        assertThat(Fingerprints.of(draw("sea", "128x96", 1).image()))
                .isNotEqualTo(Fingerprints.of(draw("sea", "128x96", 2).image()))
                .isEqualTo(Fingerprints.of(draw("sea", "128x96", 1).image()));
    }

    @TestFactory
    Stream<DynamicTest> clipsAreDrawnAsRecorded() throws Exception {
        List<String[]> rows = Fingerprints.rows("frame");
        return rows.stream()
                .map(row -> row[2])
                .distinct()
                .map(prompt -> DynamicTest.dynamicTest(prompt, () -> {
                    List<String[]> frames =
                            rows.stream().filter(row -> row[2].equals(prompt)).toList();
                    String[] first = frames.getFirst();
                    VideoRequest request =
                            new VideoRequest(prompt, "", 128, 96, 2, Long.parseLong(first[0]), Optional.empty(), 1);
                    List<String> drawn = new ArrayList<>();
                    ENGINE.<RuntimeException>film(
                            request, TWO, Watcher.nobody(), (index, image) -> drawn.add(Fingerprints.of(image)));
                    assertThat(drawn).hasSize(48);
                    for (String[] frame : frames) {
                        assertThat(drawn.get(Integer.parseInt(frame[3]))).isEqualTo(frame[4]);
                    }
                }));
    }

    @Test
    void aReferenceShowsThroughAsRecorded() throws Exception {
        Image lake = lake();
        for (String[] row : Fingerprints.rows("edit")) {
            Drawing drawing = ENGINE.draw(
                    request(row[2], row[1], Long.parseLong(row[0]), lake, Float.parseFloat(row[3]), null),
                    TWO,
                    Watcher.nobody());
            assertThat(Fingerprints.of(drawing.image())).as(row[3]).isEqualTo(row[4]);
        }
    }

    @Test
    void aMaskChangesItsPartAndLeavesTheRest() throws Exception {
        String[] row = Fingerprints.rows("mask").getFirst();
        Image lake = lake();
        float[] mask = new float[320 * 256];
        for (int i = 0; i < 110 * 320; i++) {
            mask[i] = 1;
        }
        Image image = ENGINE.draw(
                        request(row[2], row[1], Long.parseLong(row[0]), lake, 1, new Mask(mask)), TWO, Watcher.nobody())
                .image();
        assertThat(Fingerprints.of(image)).isEqualTo(row[4]);
        float farthest = 0;
        for (int i = 200 * 320 * 3; i < 240 * 320 * 3; i++) {
            farthest = Math.max(farthest, Math.abs(image.rgb[i] - lake.rgb[i]));
        }
        assertThat(farthest).isLessThan(.004f);
    }

    @Test
    void negativeWordsAndStyleWeightCountAsRecorded() throws Exception {
        String[] negative = Fingerprints.rows("negative").getFirst();
        StillRequest without = new StillRequest(
                negative[2], negative[3], 256, 192, Long.parseLong(negative[0]), Optional.empty(), 1, null, .6f, null);
        assertThat(Fingerprints.of(ENGINE.draw(without, TWO, Watcher.nobody()).image()))
                .isEqualTo(negative[4]);
        String[] weight = Fingerprints.rows("weight").getFirst();
        StillRequest half = new StillRequest(
                weight[2], "", 256, 192, Long.parseLong(weight[0]), Optional.empty(), .5f, null, .6f, null);
        assertThat(Fingerprints.of(ENGINE.draw(half, TWO, Watcher.nobody()).image()))
                .isEqualTo(weight[4]);
    }

    @Test
    void aStyleThatWasChosenWinsOverThePrompt() {
        StillRequest chosen =
                new StillRequest("hills, oil painting", "", 128, 96, 3, Optional.of(Style.PIXEL), 1, null, .6f, null);
        assertThat(Fingerprints.of(ENGINE.draw(chosen, TWO, Watcher.nobody()).image()))
                .isNotEqualTo(
                        Fingerprints.of(draw("hills, oil painting", "128x96", 3).image()));
    }

    @Test
    void anEarlyPreviewComesAndProgressNeverFalls() {
        List<Float> fractions = new ArrayList<>();
        List<Float> previewAt = new ArrayList<>();
        ENGINE.draw(request("forest", "256x192", 1, null, .6f, null), TWO, (fraction, preview) -> {
            fractions.add(fraction);
            if (preview != null) {
                previewAt.add(fraction);
            }
        });
        assertThat(fractions).isSorted().endsWith(1f);
        assertThat(previewAt).hasSize(1).allMatch(fraction -> fraction < .2f);
    }

    @Test
    void aDrawingThatIsCancelledEndsEarly() {
        float[] seen = {0};
        Watcher impatient = new Watcher() {
            @Override
            public void progress(float fraction, @Nullable Image preview) {
                seen[0] = fraction;
            }

            @Override
            public boolean cancelled() {
                return seen[0] > .3f;
            }
        };
        assertThatThrownBy(() -> ENGINE.draw(request("forest", "512x384", 1, null, .6f, null), TWO, impatient))
                .isInstanceOf(CancellationException.class);
        assertThat(seen[0]).isLessThan(.9f);
    }

    @Test
    void aSideThatIsTooShortOrTooLongIsRefused() {
        assertThatThrownBy(() -> StillRequest.of("sea", 63, 64, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StillRequest.of("sea", 64, 2049, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(StillRequest.of("sea", 64, 2048, 1).height()).isEqualTo(2048);
    }
}
