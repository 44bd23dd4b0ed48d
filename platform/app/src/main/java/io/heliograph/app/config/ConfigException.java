package io.heliograph.app.config;

import java.util.List;

/** The configuration cannot be used; nothing was started. Carries every problem found. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    /** With at least one. */
    public ConfigException(List<ConfigProblem> problems) {
        super(problems.size() + (problems.size() == 1 ? " problem" : " problems") + " in the configuration");
        this.problems = List.copyOf(problems);
    }

    /** All of them, in the order of the file. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
