package io.heliograph.plugins.procedural.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts a text into the words and phrases of the lexicon. */
final class Scanner {
    private static final int LONGEST_PHRASE_WORDS = 5;

    /** Words that show that a text is German, where "see" means a lake. */
    private static final Set<String> GERMAN = Set.of(
            "der", "die", "das", "ein", "eine", "und", "mit", "am", "im", "uber", "bei", "vor", "zum", "dem", "den");

    private final Lexicon lexicon;

    Scanner(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * A word as it was written.
     *
     * @param entry its meaning, or null where there is none
     */
    record Token(String text, Lexicon.@Nullable Entry entry) {}

    /** Every word of the text, in order; those of unspaced scripts come last. */
    List<Token> scan(String text) {
        StringBuilder spaced = new StringBuilder();
        StringBuilder unspaced = new StringBuilder();
        Lexicon.compose(text).codePoints().forEach(codePoint -> {
            if (Lexicon.isUnspaced(codePoint)) {
                unspaced.appendCodePoint(codePoint);
                spaced.append(' ');
            } else {
                spaced.appendCodePoint(codePoint);
                if (!unspaced.isEmpty() && unspaced.charAt(unspaced.length() - 1) != ' ') {
                    unspaced.append(' ');
                }
            }
        });
        List<Token> tokens = new ArrayList<>();
        phrases(spaced.toString(), tokens);
        for (String run : unspaced.toString().split(" ")) {
            characters(run, tokens);
        }
        return tokens;
    }

    private void phrases(String text, List<Token> tokens) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("[^\\p{L}\\p{Nd}]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        boolean german = words.stream().map(Lexicon::fold).anyMatch(GERMAN::contains);
        int next = 0;
        while (next < words.size()) {
            int taken = 1;
            Lexicon.Entry entry = null;
            for (int n = Math.min(LONGEST_PHRASE_WORDS, words.size() - next); n >= 1 && entry == null; n--) {
                entry = lexicon.find(Lexicon.fold(String.join(" ", words.subList(next, next + n))), german);
                taken = n;
            }
            tokens.add(new Token(String.join(" ", words.subList(next, next + taken)), entry));
            next += taken;
        }
    }

    private void characters(String run, List<Token> tokens) {
        int next = 0;
        while (next < run.length()) {
            String word = lexicon.wordAt(run, next);
            String text = word == null ? run.substring(next, run.offsetByCodePoints(next, 1)) : word;
            tokens.add(new Token(text, word == null ? null : lexicon.find(word, false)));
            next += text.length();
        }
    }
}
