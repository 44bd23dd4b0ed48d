package io.heliograph.app.bench;

import java.util.List;

/** Everything that can be measured, in the order in which it is. */
public final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(
            new StartBenchmark(),
            new MemoryBenchmark(),
            new StudioBenchmark(),
            new PictureBenchmark(),
            new ClipBenchmark(),
            new JobsBenchmark(),
            new PageBenchmark());

    private Benchmarks() {}

    /** The words that select. */
    public static List<String> words() {
        return ALL.stream().map(Benchmark::word).toList();
    }

    static List<Benchmark> chosen(List<String> words) {
        return ALL.stream()
                .filter(benchmark -> words.isEmpty() || words.contains(benchmark.word()))
                .toList();
    }
}
