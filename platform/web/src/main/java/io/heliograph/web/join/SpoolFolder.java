package io.heliograph.web.join;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for one file on its way in; gone with all that is in it when it is closed. Used by one thread. */
final class SpoolFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);

    private final Path folder;

    private SpoolFolder(Path folder) {
        this.folder = folder;
    }

    static SpoolFolder in(Path spool) throws IOException {
        Files.createDirectories(spool);
        SpoolFolder made = new SpoolFolder(Files.createTempDirectory(spool, "upload-"));
        Files.createDirectory(made.work());
        return made;
    }

    /** Room for the pipeline. */
    Path work() {
        return folder.resolve("work");
    }

    /** Writes the bytes down as they come. */
    Path receive(InputStream bytes) throws IOException {
        Path file = folder.resolve("received");
        Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    @Override
    public void close() {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            LOG.warn("An upload's spool folder could not be emptied", left);
        }
    }
}
