package io.heliograph.app.bench;

import java.io.IOException;
import java.util.List;

/** From the start of the process to the first good answer of {@code /health/ready}, the embedded database included. */
final class StartBenchmark implements Benchmark {
    private static final double MILLI = 1e6;

    @Override
    public String word() {
        return "start";
    }

    @Override
    public String title() {
        return "restart to ready with the embedded database";
    }

    @Override
    public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
        double first = bench.wasFresh() ? timed(bench) : 0;
        Latencies restarts = new Latencies();
        for (int run = 0; run < bench.sizes().restarts(); run++) {
            restarts.add((long) (timed(bench) * MILLI));
        }
        return List.of(
                Figure.of(word(), "first start, database unpacked and made", first, "ms"),
                Figure.of(word(), "restart to ready, median", restarts.millis(0.5), "ms", 3_000, 1_500),
                Figure.of(word(), "restart to ready, slowest", restarts.millis(1), "ms"));
    }

    private static double timed(Bench bench) throws IOException, InterruptedException {
        bench.stop();
        long begin = System.nanoTime();
        bench.running(Bench.WORKING);
        bench.awaitReady();
        return (System.nanoTime() - begin) / MILLI;
    }
}
