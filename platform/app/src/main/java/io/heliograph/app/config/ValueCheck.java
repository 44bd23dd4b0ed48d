package io.heliograph.app.config;

import io.heliograph.kernel.InstanceId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Judges one value by its key's type. */
final class ValueCheck {
    private static final Pattern DURATION = Pattern.compile("\\d{1,6}(ms|s|m|h|d)");
    private static final Pattern REFERENCE = Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]*|file:.+");

    private final ConfigValue value;

    private ValueCheck(ConfigValue value) {
        this.value = value;
    }

    static List<ConfigProblem> problems(ConfigValue value) {
        return new ValueCheck(value).problems();
    }

    private List<ConfigProblem> problems() {
        List<ConfigProblem> problems = new ArrayList<>();
        ConfigKey.Type type = value.key().type();
        if (value.name().startsWith(Configuration.INSTANCES)
                && !InstanceId.isValid(value.name().split("\\.")[1])) {
            problems.add(problem(
                    "the instance's name is not valid",
                    "Use 1 to 40 lower-case letters, digits and hyphens, beginning with a letter."));
        }
        if (value.list() && type != ConfigKey.Type.TEXTS && type != ConfigKey.Type.FREE) {
            problems.add(problem(
                    "a list stands where one value belongs",
                    "Write " + value.key().expected() + "."));
        } else if (!fits(type)) {
            problems.add(
                    type == ConfigKey.Type.SECRET
                            ? problem(
                                    "a secret must not stand in the configuration",
                                    "Put it into a file or the environment and write file:PATH or env:NAME.")
                            : problem(shown(), "Write " + value.key().expected() + "."));
        }
        return problems;
    }

    private String shown() {
        String text = value.text().length() > 60 ? value.text().substring(0, 60) + "..." : value.text();
        return "\"" + text + "\" does not fit";
    }

    private boolean fits(ConfigKey.Type type) {
        String text = value.text();
        return switch (type) {
            case TEXT -> !text.isBlank();
            case TEXTS, FREE -> true;
            case NUMBER -> number(text, Long.MAX_VALUE);
            case PORT -> number(text, 65535);
            case FLAG -> text.equals("true") || text.equals("false");
            case DURATION -> DURATION.matcher(text.toLowerCase(Locale.ROOT)).matches();
            case SECRET -> REFERENCE.matcher(text).matches();
            case ADDRESS -> address(text);
            case CHOICE -> value.key().allowed().contains(text);
        };
    }

    private static boolean number(String text, long most) {
        try {
            long number = Long.parseLong(text);
            return number >= 0 && number <= most;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static boolean address(String text) {
        try {
            URI address = URI.create(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            String path = address.getPath();
            return web && address.getHost() != null && (path == null || path.isEmpty() || path.equals("/"));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private ConfigProblem problem(String found, String remedy) {
        return new ConfigProblem(value.origin(), value.line(), value.name(), found, remedy);
    }
}
