package io.heliograph.app.config;

import java.util.List;
import java.util.Optional;

/**
 * One key of the configuration.
 *
 * @param name dotted, in lower case with hyphens; a segment {@code *} stands for a name the operator chooses
 * @param defaultText the default as one would write it; empty for none
 * @param allowed the only values, where there are only some
 * @param meaning what it does, in one or two sentences for the sample file
 * @param reach from where it can be set, and when a change holds
 */
public record ConfigKey(
        String name, Type type, Optional<String> defaultText, List<String> allowed, String meaning, Reach reach) {

    /** From where a key can be set, and when a change of it holds. */
    public enum Reach {
        /** By file and environment only: it is needed before the database is there, or decides who may reach what. */
        FILE_ONLY,
        /** Also in the database; a change holds from the next start on. */
        NEXT_START,
        /** Also in the database; a change holds at once. */
        AT_ONCE
    }

    /** What a value looks like. */
    public enum Type {
        TEXT("a text"),
        NUMBER("a whole number"),
        PORT("a port number, 0 to 65535 (0 takes a free one)"),
        FLAG("true or false"),
        DURATION("a length of time such as 30s, 15m, 12h or 90d"),
        TEXTS("a list of texts"),
        SECRET("a reference to a secret: env:NAME or file:PATH"),
        ADDRESS("an http or https address without a path"),
        CHOICE("one of the values listed"),
        /** Anything: judged by the plugin's own schema. */
        FREE("a value as the plugin's settings describe it");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        /** For messages: "expected ...". */
        public String words() {
            return words;
        }
    }

    public ConfigKey {
        allowed = List.copyOf(allowed);
    }

    ConfigKey reaching(Reach other) {
        return new ConfigKey(name, type, defaultText, allowed, meaning, other);
    }

    /** Whether {@code concrete} is this key, the operator's names standing where the stars are. */
    boolean matches(String concrete) {
        String[] mine = name.split("\\.");
        String[] theirs = concrete.split("\\.");
        boolean openEnd = type == Type.FREE;
        if (openEnd ? theirs.length < mine.length : theirs.length != mine.length) {
            return false;
        }
        for (int i = 0; i < mine.length; i++) {
            if (!mine[i].equals("*") && !mine[i].equals(theirs[i])) {
                return false;
            }
        }
        return true;
    }

    /** What a right value is, for messages. */
    public String expected() {
        return type == Type.CHOICE ? "one of " + String.join(", ", allowed) : type.words();
    }
}
