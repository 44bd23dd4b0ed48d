package io.heliograph.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the commented sample file: every key with its meaning, type and default, all commented out. */
public final class SampleConfig {
    private static final int WIDTH = 110;

    private SampleConfig() {}

    /** The file's text. As it stands it changes nothing; with every key's comment mark removed it is valid YAML. */
    public static String text() {
        StringBuilder out = new StringBuilder();
        out.append(
                "# Heliograph's configuration. Every key is shown with its default, or an example where it has none.\n");
        out.append("# The environment wins over this file: HELIOGRAPH_SERVER_PORT is server.port.\n");
        out.append("# What neither sets can be set in the wizard, on the settings page and by `config set`.\n");
        out.append("# Secrets are references only: env:NAME or file:PATH, from this file's folder on.\n");
        List<String> open = List.of();
        for (ConfigKey key : ConfigKeys.all()) {
            List<String> path = List.of(key.name().replace("*", "example").split("\\."));
            List<String> parents = path.subList(0, path.size() - 1);
            open(out, open, parents);
            open = parents;
            comment(out, indent(parents.size()), meaning(key));
            out.append("# ")
                    .append(indent(parents.size()))
                    .append(path.getLast())
                    .append(": ")
                    .append(example(key))
                    .append('\n');
        }
        return out.toString();
    }

    private static void open(StringBuilder out, List<String> from, List<String> to) {
        int common = 0;
        while (common < from.size() && common < to.size() && from.get(common).equals(to.get(common))) {
            common++;
        }
        for (int depth = common; depth < to.size(); depth++) {
            if (depth == 0) {
                out.append('\n');
            }
            out.append("# ").append(indent(depth)).append(to.get(depth)).append(":\n");
        }
    }

    private static String meaning(ConfigKey key) {
        String type = key.type() == ConfigKey.Type.CHOICE
                ? "one of " + String.join(", ", key.allowed())
                : key.type().words();
        String bound = key.reach() == ConfigKey.Reach.FILE_ONLY ? "; by file and environment only" : "";
        return key.meaning() + " (" + type + (key.defaultText().isPresent() ? "" : "; no default") + bound + ")";
    }

    private static String example(ConfigKey key) {
        return key.defaultText().orElseGet(() -> switch (key.type()) {
            case SECRET -> "env:" + ConfigLoader.variable(key.name().replace("*", "EXAMPLE"));
            case ADDRESS -> "https://pictures.example.org";
            case CHOICE -> key.allowed().getFirst();
            default ->
                key.name()
                        .substring(key.name().lastIndexOf('.') + 1)
                        .toLowerCase(Locale.ROOT)
                        .replace("*", "value");
        });
    }

    private static void comment(StringBuilder out, String indent, String text) {
        List<String> line = new ArrayList<>();
        int length = 0;
        for (String word : text.split(" ")) {
            if (length + word.length() > WIDTH && !line.isEmpty()) {
                out.append("# ")
                        .append(indent)
                        .append("# ")
                        .append(String.join(" ", line))
                        .append('\n');
                line.clear();
                length = 0;
            }
            line.add(word);
            length += word.length() + 1;
        }
        out.append("# ")
                .append(indent)
                .append("# ")
                .append(String.join(" ", line))
                .append('\n');
    }

    private static String indent(int depth) {
        return "  ".repeat(depth);
    }
}
