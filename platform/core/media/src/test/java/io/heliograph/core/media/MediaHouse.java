package io.heliograph.core.media;

import io.heliograph.core.media.process.MediaProcess;
import io.heliograph.core.media.process.MediaProcessSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One media process and one pipeline for all test classes of a run, handed to constructors that ask for it. */
final class MediaHouse implements AutoCloseable {
    final Path folder;
    final MediaProcess process;
    final MediaPipeline pipeline;
    private final ExecutorService calculation = Executors.newFixedThreadPool(2);

    private MediaHouse() throws IOException {
        folder = Files.createTempDirectory("media-house");
        // one native cache for all runs of a machine: unpacking costs a second
        process = new MediaProcess(
                MediaProcessSettings.in(Path.of("target", "media-data").toAbsolutePath()));
        pipeline = new MediaPipeline(limits(), process, calculation);
    }

    static MediaLimits limits() {
        return new MediaLimits(2 << 20, 4 << 20, 4_000_000, 4_096, 300, 20_000);
    }

    Path write(String name, byte[] bytes) throws IOException {
        Path file = newFolder().resolve(name);
        Files.write(file, bytes);
        return file;
    }

    Path newFolder() throws IOException {
        return Files.createTempDirectory(folder, "work");
    }

    PreparedMedia bringIn(String name, byte[] bytes) throws IOException {
        return pipeline.prepare(write(name, bytes), newFolder(), new MediaOrigin.BroughtIn());
    }

    PreparedMedia generated(String name, byte[] bytes, DigitalSource source) throws IOException {
        return pipeline.prepare(write(name, bytes), newFolder(), new MediaOrigin.Generated(source));
    }

    @Override
    public void close() throws IOException {
        process.close();
        calculation.shutdownNow();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Gives the house to test classes. */
    static final class Extension implements ParameterResolver {
        private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(MediaHouse.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == MediaHouse.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(SPACE).getOrComputeIfAbsent("house", key -> {
                try {
                    return new MediaHouse();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}
