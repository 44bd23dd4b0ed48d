package io.heliograph.app.cli;

import io.heliograph.app.bench.Bench;
import io.heliograph.app.bench.BenchSizes;
import io.heliograph.app.bench.Benchmarks;
import io.heliograph.app.bench.Figure;
import io.heliograph.app.bench.Machine;
import io.heliograph.app.bench.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code heliograph bench}: measures speed and memory on a service that it starts itself, on a folder of its own. It knows
 * neither {@code --data} nor {@code --config}: what an operator keeps is not for measuring.
 */
@Command(
        name = "bench",
        description = "Measure speed and memory on a service of its own, in a temporary folder.",
        footer = "Takes about five minutes. Nothing else should run on the machine meanwhile.")
final class BenchCommand implements Callable<Integer> {
    /** The words, for the help. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Benchmarks.words().iterator();
        }
    }

    @Parameters(
            paramLabel = "BENCHMARK",
            arity = "0..*",
            completionCandidates = Words.class,
            description = "What to measure: ${COMPLETION-CANDIDATES}; without one, everything.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Also write the figures: JSON if the name ends in .json, else into a Markdown page.")
    private @Nullable Path file;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of what is drawn by lot (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--quick",
            description = "Tiny sizes, about a minute: shows that everything runs; the figures say little.")
    private boolean quick;

    private final Terminal terminal;

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        for (String word : words) {
            if (!Benchmarks.words().contains(word)) {
                terminal.err()
                        .println("There is no benchmark " + word + "; there are "
                                + String.join(", ", Benchmarks.words()) + ".");
                return ExitCode.USAGE;
            }
        }
        Optional<Path> launcher = launcher();
        if (launcher.isEmpty()) {
            terminal.err().println("No launcher was found beside this program. Start it with bin/heliograph bench.");
            return ExitCode.UNAVAILABLE;
        }
        BenchSizes sizes = quick ? BenchSizes.tiny(seed) : BenchSizes.full(seed);
        try (Bench bench = new Bench(launcher.get(), sizes, terminal.err()::println)) {
            Machine machine =
                    Machine.look(bench.folder(), InstantSource.system().instant());
            List<Figure> figures = bench.measure(words);
            Report report = new Report(machine, seed, !quick, figures);
            terminal.out().println(report.circumstances());
            report.lines().forEach(terminal.out()::println);
            if (file != null) {
                report.write(file);
            }
            return ExitCode.OK;
        } catch (IOException failed) {
            terminal.err().println("The measurement ended: " + failed.getMessage());
            return ExitCode.FAILED;
        }
    }

    private static Optional<Path> launcher() {
        return Optional.ofNullable(System.getenv("HELIOGRAPH_HOME"))
                .map(home -> Path.of(home, "bin", "heliograph"))
                .filter(Files::isExecutable);
    }
}
