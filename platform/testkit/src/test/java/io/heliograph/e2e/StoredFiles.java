package io.heliograph.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a service has put on the disk for people, seen from outside. */
public final class StoredFiles {
    private StoredFiles() {}

    /** Every sealed file that the embedded store of this data folder holds. */
    public static List<Path> of(Path data) {
        return under(data.resolve("instances"));
    }

    /** Every file under a folder, at any depth; none where there is no such folder. */
    public static List<Path> under(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
