package io.heliograph.app.bench;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time of the service and of the database beside it: unlike a rate, it says the same on a busy machine. The client's own is left
 * out.
 *
 * @param service so far
 * @param database so far; nothing where it runs elsewhere
 */
record CpuTime(Duration service, Duration database) {
    private static final double MILLI = 1e6;

    static CpuTime of(ServiceProcess service) {
        return new CpuTime(
                spent(Stream.of(service.handle())),
                spent(service.handle().descendants().filter(CpuTime::isDatabase)));
    }

    static boolean isDatabase(ProcessHandle process) {
        return process.info().command().orElse("").contains("mariadbd");
    }

    private static Duration spent(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Milliseconds that the service spent since {@code before} on each of {@code count}. */
    double serviceMillisSince(CpuTime before, int count) {
        return service.minus(before.service()).toNanos() / MILLI / count;
    }

    /** Milliseconds that the database spent since {@code before} on each of {@code count}. */
    double databaseMillisSince(CpuTime before, int count) {
        return database.minus(before.database()).toNanos() / MILLI / count;
    }
}
