package io.heliograph.plugins.procedural.prompt;

import static io.heliograph.plugins.procedural.prompt.Thing.*;

import io.heliograph.plugins.procedural.maths.Rng;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a prompt into a {@link SceneSpec} with a lexicon (English, German, French, Spanish, Chinese, Japanese). It knows scenery only: words for people,
 * animals, objects and lettering find no entry and are reported as ignored. What the prompt leaves open is chosen by the seed. Safe for many threads.
 */
public final class PromptReader {
    private static final Set<Thing> PLACES = Collections.unmodifiableSet(EnumSet.range(SEA, ROCKS));

    private final Scanner scanner = new Scanner(Lexicon.load());

    /** A reader with the bundled lexicon. */
    public PromptReader() {}

    /**
     * Reads a prompt.
     *
     * @param negative words that must not be drawn; empty for none
     * @param seed decides what the prompt leaves open
     */
    public SceneSpec read(String prompt, String negative, long seed) {
        Reading reading = new Reading();
        for (Scanner.Token token : scanner.scan(negative)) {
            Lexicon.Entry entry = token.entry();
            if (entry != null && entry.kind() == Lexicon.Kind.THING) {
                reading.banned.add(Thing.valueOf(entry.key()));
            }
        }
        scanner.scan(prompt).forEach(reading::take);
        return reading.spec(new Rng(seed ^ 0x5ce2eL));
    }

    /** What has been understood so far. */
    private static final class Reading {
        final EnumSet<Thing> things = EnumSet.noneOf(Thing.class);
        final EnumSet<Thing> banned = EnumSet.noneOf(Thing.class);
        private final EnumSet<Family> families = EnumSet.noneOf(Family.class);
        private final List<String> drawn = new ArrayList<>();
        private final List<String> ignored = new ArrayList<>();
        private Style style = Style.PHOTO;
        private Tint tint = Tint.NONE;
        private @Nullable TimeOfDay time;
        private boolean negated;
        private Scanner.@Nullable Token last;

        void take(Scanner.Token token) {
            Lexicon.Entry entry = token.entry();
            String word = token.text();
            if (entry == null) {
                if (!ignored.contains(word)) {
                    ignored.add(word);
                }
                negated = false;
                return;
            }
            switch (entry.kind()) {
                case FILLER -> {}
                case NOT_BEFORE -> negated = true;
                case NOT_AFTER -> unsay();
                default -> {
                    if (negated) {
                        ban(word, entry);
                    } else {
                        say(word, entry);
                        last = token;
                    }
                    negated = false;
                }
            }
        }

        private void ban(String word, Lexicon.Entry entry) {
            if (entry.kind() == Lexicon.Kind.THING) {
                banned.add(Thing.valueOf(entry.key()));
                drawn.add("no " + word);
            }
        }

        private void say(String word, Lexicon.Entry entry) {
            if (!drawn.contains(word)) {
                drawn.add(word);
            }
            switch (entry.kind()) {
                case THING -> things.add(Thing.valueOf(entry.key()));
                case FAMILY -> families.add(Family.valueOf(entry.key()));
                case TIME -> time = TimeOfDay.valueOf(entry.key());
                case STYLE -> style = Style.valueOf(entry.key());
                case TINT -> tint = Tint.valueOf(entry.key());
                default -> throw new IllegalStateException(entry.kind() + " adds nothing");
            }
        }

        /** A negation stands behind the thing it takes away. */
        private void unsay() {
            Scanner.Token token = last;
            Lexicon.Entry entry = token == null ? null : token.entry();
            if (token != null && entry != null && entry.kind() == Lexicon.Kind.THING) {
                drawn.remove(token.text());
                ban(token.text(), entry);
                last = null;
            }
        }

        private boolean has(Thing thing) {
            return things.contains(thing);
        }

        private boolean any(Thing... some) {
            for (Thing thing : some) {
                if (things.contains(thing)) {
                    return true;
                }
            }
            return false;
        }

        SceneSpec spec(Rng rng) {
            things.removeAll(banned);
            Family family = family();
            if (family == Family.LANDSCAPE) {
                place(rng);
                complete();
                things.removeAll(banned);
            }
            TimeOfDay chosen = time == null ? timeByChance(family, rng) : time;
            if (family == Family.ABSTRACT && style == Style.INK) {
                style = Style.PHOTO;
            }
            if (style == Style.VAPORWAVE && family == Family.LANDSCAPE) {
                chosen = TimeOfDay.SUNSET;
            }
            return new SceneSpec(
                    family,
                    chosen,
                    Collections.unmodifiableSet(things),
                    style,
                    tint,
                    List.copyOf(drawn),
                    List.copyOf(ignored));
        }

        private Family family() {
            boolean city = families.contains(Family.CITY);
            if (families.contains(Family.UNDERWATER) || any(JELLYFISH, KELP) || (any(CORAL, FISH) && !city)) {
                return Family.UNDERWATER;
            }
            if (families.contains(Family.SPACE) || any(PLANET, NEBULA, GALAXY, RINGS)) {
                return Family.SPACE;
            }
            if (city) {
                return Family.CITY;
            }
            return families.contains(Family.ABSTRACT) || any(FLOW, MARBLE, GLASS, MESH)
                    ? Family.ABSTRACT
                    : Family.LANDSCAPE;
        }

        /** A landscape needs a place; where the prompt names none, the seed chooses one that suits what it does name. */
        private void place(Rng rng) {
            boolean place = things.stream().anyMatch(PLACES::contains);
            if (has(BEACH) || (has(BOAT) && !any(LAKE, RIVER)) || (any(LIGHTHOUSE, ISLAND) && !has(LAKE))) {
                things.add(SEA);
                place = true;
            }
            if (place) {
                return;
            }
            if (has(AURORA)) {
                things.addAll(rng.of(EnumSet.of(LAKE, MOUNTAIN, SNOW), EnumSet.of(SNOW, FOREST, MOUNTAIN)));
            } else if (any(MILKYWAY, STARS)) {
                things.addAll(rng.of(EnumSet.of(LAKE, MOUNTAIN), EnumSet.of(DESERT), EnumSet.of(FOREST, MOUNTAIN)));
            } else if (has(RAINBOW)) {
                things.addAll(EnumSet.of(MEADOW, HILL));
            } else {
                things.addAll(rng.of(
                        EnumSet.of(LAKE, MOUNTAIN),
                        EnumSet.of(SEA, ROCKS),
                        EnumSet.of(MEADOW, FLOWERS, HILL, MOUNTAIN),
                        EnumSet.of(FOREST, MOUNTAIN, FOG),
                        EnumSet.of(DESERT)));
            }
        }

        /** Adds what belongs to the things that were named. */
        private void complete() {
            if (has(WATERFALL) && !has(SEA)) {
                things.add(LAKE);
                things.remove(CANYON);
                if (!any(PALM, DESERT)) {
                    things.add(FOREST);
                }
            }
            if (has(RIVER) && !has(SEA)) {
                things.add(LAKE);
            }
            if (has(SNOWFALL) && !has(SEA)) {
                things.add(SNOW);
            }
            if (has(LIGHTNING)) {
                things.add(STORM);
            }
            if (any(POPPY, LAVENDER, SUNFLOWER)) {
                things.add(FLOWERS);
            }
            if (has(FLOWERS) && !has(DESERT)) {
                things.add(MEADOW);
            }
        }

        private TimeOfDay timeByChance(Family family, Rng rng) {
            if (any(AURORA, MILKYWAY, STARS, MOON)) {
                return TimeOfDay.NIGHT;
            }
            if (any(RAINBOW, SUN)) {
                return TimeOfDay.DAY;
            }
            if (has(STORM)) {
                return rng.of(TimeOfDay.DAY, TimeOfDay.BLUE);
            }
            if (family == Family.UNDERWATER) {
                return has(JELLYFISH) && rng.chance(.75f) ? TimeOfDay.NIGHT : TimeOfDay.DAY;
            }
            if (family == Family.CITY) {
                return rng.of(TimeOfDay.BLUE, TimeOfDay.SUNSET, TimeOfDay.NIGHT, TimeOfDay.GOLDEN, TimeOfDay.DAY);
            }
            if (has(DESERT)) {
                return rng.of(TimeOfDay.GOLDEN, TimeOfDay.GOLDEN, TimeOfDay.SUNSET, TimeOfDay.DAWN, TimeOfDay.DAY);
            }
            return rng.of(
                    TimeOfDay.DAY, TimeOfDay.DAY, TimeOfDay.GOLDEN, TimeOfDay.GOLDEN, TimeOfDay.SUNSET, TimeOfDay.DAWN);
        }
    }
}
