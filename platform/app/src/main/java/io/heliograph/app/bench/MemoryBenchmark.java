package io.heliograph.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Resident memory of a service that was started and left alone: its JVM, and what runs beside it. */
final class MemoryBenchmark implements Benchmark {
    private static final double KILO = 1000;
    private static final double KIBI = 1.024;

    @Override
    public String word() {
        return "memory";
    }

    @Override
    public String title() {
        return "memory when idle";
    }

    @Override
    public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
        bench.stop();
        ServiceProcess service = bench.running(Bench.WORKING);
        bench.awaitReady();
        TimeUnit.SECONDS.sleep(bench.sizes().idleSeconds());
        double database = 0;
        double others = 0;
        for (ProcessHandle child : service.handle().descendants().toList()) {
            if (CpuTime.isDatabase(child)) {
                database += residentMegabytes(child);
            } else {
                others += residentMegabytes(child);
            }
        }
        return List.of(
                Figure.of(word(), "JVM, resident", residentMegabytes(service.handle()), "MB", 350, 250),
                Figure.of(word(), "database beside it, resident", database, "MB"),
                Figure.of(word(), "media process beside it, resident", others, "MB"));
    }

    /** 0 where the system has no {@code /proc}, or the process ended just now. */
    private static double residentMegabytes(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI / KILO)
                .sum();
    }
}
