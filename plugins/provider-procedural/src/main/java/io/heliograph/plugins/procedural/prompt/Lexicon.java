package io.heliograph.plugins.procedural.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that are understood, read once from {@code lexicon.txt} beside this class. Immutable. */
final class Lexicon {
    /** From here on scripts that put no space between words. */
    private static final int UNSPACED_SCRIPTS = 0x2e80;

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private static final List<String> SUFFIXES = List.of("s", "es", "en", "n", "e", "y");

    /** Kinds that add something to the picture: only these are looked for behind an ending. */
    private static final Set<Kind> MEANINGS = EnumSet.range(Kind.THING, Kind.TINT);

    private final Map<String, Entry> words = new HashMap<>();

    /** Words of unspaced scripts, longest first. */
    private final List<String> unspaced = new ArrayList<>();

    /** What a word stands for. */
    enum Kind {
        THING,
        FAMILY,
        TIME,
        STYLE,
        TINT,
        FILLER,
        NOT_BEFORE,
        NOT_AFTER
    }

    /** Meaning of a word; the key names a constant of the kind's enumeration. */
    record Entry(Kind kind, String key) {}

    private Lexicon() {}

    /** Reads the words. A line that names no constant is a mistake of this build. */
    static Lexicon load() {
        Lexicon lexicon = new Lexicon();
        for (String line : text().split("\n")) {
            if (!line.isBlank() && !line.startsWith("# ")) {
                lexicon.add(line.strip());
            }
        }
        lexicon.unspaced.sort(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        return lexicon;
    }

    private static String text() {
        try (InputStream in = Lexicon.class.getResourceAsStream("lexicon.txt")) {
            if (in == null) {
                throw new IllegalStateException("lexicon.txt is missing from the plugin");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        Entry entry = entry(line.substring(0, colon));
        for (String word : line.substring(colon + 1).strip().split(" ")) {
            boolean spaced = word.codePointAt(0) <= UNSPACED_SCRIPTS;
            String folded = spaced ? fold(word.replace('_', ' ')).strip() : compose(word);
            words.putIfAbsent(folded, entry);
            if (!spaced) {
                unspaced.add(folded);
            }
        }
    }

    private static Entry entry(String key) {
        String name = key.substring(1).toUpperCase(Locale.ROOT);
        return switch (key.charAt(0)) {
            case '*' -> new Entry(Kind.FAMILY, Family.valueOf(name).name());
            case '@' -> new Entry(Kind.TIME, TimeOfDay.valueOf(name).name());
            case '~' -> new Entry(Kind.STYLE, Style.valueOf(name).name());
            case '+' -> new Entry(Kind.TINT, Tint.valueOf(name).name());
            case '!' -> new Entry(Kind.FILLER, "");
            case '-' -> new Entry(name.equals("AFTER") ? Kind.NOT_AFTER : Kind.NOT_BEFORE, "");
            default ->
                new Entry(
                        Kind.THING, Thing.valueOf(key.toUpperCase(Locale.ROOT)).name());
        };
    }

    /** Lower case without accents. */
    static String fold(String text) {
        String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").replace("ß", "ss").replace("œ", "oe");
    }

    /** Lower case with one form for each character; keeps the marks that tell Japanese syllables apart. */
    static String compose(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** Whether a character belongs to a script that puts no space between words. */
    static boolean isUnspaced(int codePoint) {
        return codePoint > UNSPACED_SCRIPTS && Character.isLetter(codePoint);
    }

    /**
     * The entry of a word or phrase, also in the plural or declined.
     *
     * @param german whether "see" is a lake
     */
    @Nullable
    Entry find(String folded, boolean german) {
        if (german && folded.equals("see")) {
            return new Entry(Kind.THING, Thing.LAKE.name());
        }
        Entry entry = words.get(folded);
        if (entry != null || folded.length() < 4) {
            return entry;
        }
        for (String suffix : SUFFIXES) {
            if (folded.endsWith(suffix)) {
                entry = words.get(folded.substring(0, folded.length() - suffix.length()));
                if (entry != null && MEANINGS.contains(entry.kind())) {
                    return entry;
                }
            }
        }
        return null;
    }

    /** The longest word of an unspaced script that begins there; null if none does. */
    @Nullable
    String wordAt(String run, int index) {
        for (String word : unspaced) {
            if (run.startsWith(word, index)) {
                return word;
            }
        }
        return null;
    }
}
