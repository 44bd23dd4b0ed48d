package io.heliograph.core.media.process;

import io.heliograph.core.media.child.MediaChild;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.Loader;

/**
 * How the media process is started and what it may use.
 *
 * @param java the {@code java} program, the same as the host's
 * @param classPath jars and folders that hold the process's classes and the native libraries
 * @param cacheFolder where native libraries are unpacked once; inside the data folder
 * @param heapBytes largest Java heap of the process
 * @param memoryBytes resident memory past which the process is ended
 * @param startLimit longest wait for a fresh process to answer (the first start unpacks 30 MB)
 * @param progressLimit longest silence of one request; then the process is ended
 * @param requestLimit longest time of one request that is not a video being written
 * @param concurrentRequests requests at work at once; more wait
 */
public record MediaProcessSettings(
        Path java,
        List<Path> classPath,
        Path cacheFolder,
        long heapBytes,
        long memoryBytes,
        Duration startLimit,
        Duration progressLimit,
        Duration requestLimit,
        int concurrentRequests) {

    public MediaProcessSettings {
        classPath = List.copyOf(classPath);
    }

    /** The usual limits, with java and the jars that the host itself runs on. */
    public static MediaProcessSettings in(Path dataFolder) {
        return new MediaProcessSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                ownClassPath(),
                dataFolder.resolve("cache").resolve("native"),
                256L << 20,
                1200L << 20,
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                3);
    }

    MediaProcessSettings withLimits(Duration progressLimit, Duration requestLimit, long memoryBytes) {
        return new MediaProcessSettings(
                java,
                classPath,
                cacheFolder,
                heapBytes,
                memoryBytes,
                startLimit,
                progressLimit,
                requestLimit,
                concurrentRequests);
    }

    String classPathText() {
        return String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList());
    }

    /**
     * Our classes, ffmpeg's and JavaCPP's, each with its native jar beside it: both a Maven repository and the distribution's {@code lib}
     * folder keep them side by side.
     */
    private static List<Path> ownClassPath() {
        List<Path> path = new ArrayList<>();
        path.add(home(MediaChild.class));
        for (Class<?> library : List.of(avcodec.class, Loader.class)) {
            Path jar = home(library);
            path.add(jar);
            Path natives =
                    jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", "-linux-x86_64.jar"));
            if (!natives.equals(jar) && Files.exists(natives)) {
                path.add(natives);
            }
        }
        return path;
    }

    private static Path home(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("no jar known for " + type.getName());
        }
        try {
            return Path.of(source.getLocation().toURI()).toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("jar of " + type.getName() + " has no plain path", e);
        }
    }
}
