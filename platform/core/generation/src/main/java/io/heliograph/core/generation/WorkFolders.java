package io.heliograph.core.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties folders in which results are worked on. */
final class WorkFolders {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolders.class);

    private WorkFolders() {}

    /** Deletes a folder with all in it; what resists is told to the operator and taken at the next start. */
    static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> inward = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : inward) {
                Files.deleteIfExists(path);
            }
        } catch (IOException resists) {
            LOG.error("A work folder with a result in it could not be deleted: {}", folder, resists);
        }
    }

    /** Deletes what a process that was killed left in {@code root}. */
    static void clear(Path root) throws IOException {
        if (Files.isDirectory(root)) {
            try (Stream<Path> left = Files.list(root)) {
                left.toList().forEach(WorkFolders::delete);
            }
        }
    }
}
