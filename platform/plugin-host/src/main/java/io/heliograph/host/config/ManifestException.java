package io.heliograph.host.config;

import java.util.List;
import java.util.stream.Collectors;

/** A manifest that cannot be used, with every problem at once. */
public final class ManifestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    public ManifestException(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining(" / ")));
        this.problems = List.copyOf(problems);
    }

    public List<ConfigProblem> problems() {
        return problems;
    }
}
