package io.heliograph.e2e.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything that an installation keeps, to be compared before and after.
 *
 * @param tables a number for the content of each table of the database, the ledger among them
 * @param files the length of each file of the store and of the spool
 */
record Snapshot(Map<String, String> tables, Map<String, Long> files) {
    /** What a folder holds whose service runs. */
    static Snapshot of(Path data) {
        try (Books books = Books.of(data)) {
            return new Snapshot(books.checksums(), files(data));
        }
    }

    /** The same without some tables. */
    Snapshot without(Set<String> some) {
        Map<String, String> others = new TreeMap<>(tables);
        others.keySet().removeAll(some);
        return new Snapshot(others, files);
    }

    private static Map<String, Long> files(Path data) {
        Map<String, Long> files = new TreeMap<>();
        for (String part : List.of("instances", "spool")) {
            Path folder = data.resolve(part);
            if (!Files.exists(folder)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(data.relativize(file).toString(), Files.size(file));
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return files;
    }
}
