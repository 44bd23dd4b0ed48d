package io.heliograph.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the figures were measured on.
 *
 * @param processor model, and how many threads it has
 * @param memory of the whole machine
 * @param storage file system that the data lay on
 * @param load work of others before the start: threads that wanted to run, mean of a minute
 */
public record Machine(
        String processor, String memory, String storage, String system, String java, String load, Instant date) {
    private static final double GIBI = 1 << 20;

    /** Looks at this one. @param folder where the data will lie */
    public static Machine look(Path folder, Instant date) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        return new Machine(
                line("/proc/cpuinfo", "model name", System.getProperty("os.arch", "?")) + ", " + cores + " threads",
                String.format(
                        Locale.ROOT,
                        "%.1f GB",
                        Double.parseDouble("0"
                                        + line("/proc/meminfo", "MemTotal", "").replaceAll("\\D", ""))
                                / GIBI),
                Files.getFileStore(folder).type(),
                System.getProperty("os.name", "?") + " " + System.getProperty("os.version", "?"),
                System.getProperty("java.vm.name", "?") + " " + System.getProperty("java.version", "?"),
                String.format(
                        Locale.ROOT,
                        "%.1f",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
                date.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String line(String file, String name, String otherwise) throws IOException {
        if (!Files.exists(Path.of(file))) {
            return otherwise;
        }
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(otherwise);
        }
    }
}
