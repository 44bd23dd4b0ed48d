package io.heliograph.e2e.fault;

import static org.awaitility.Awaitility.await;

import io.heliograph.e2e.Api;
import io.heliograph.e2e.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A data folder with an administrator, set up once for all tests and copied for each that wants one of its own. */
public final class Installation {
    public static final String EMAIL = "ada@example.org";
    public static final String PASSWORD = "a lantern by the harbour";

    private static final AtomicReference<@Nullable Path> SET_UP = new AtomicReference<>();

    private Installation() {}

    /** Lays a copy out in {@code target}, which must not be there yet. */
    public static Path copyTo(Path target) {
        Path original = setUp();
        try {
            Files.walkFileTree(original, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    Files.copy(folder, target.resolve(original.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Path copy = target.resolve(original.relativize(file));
                    if (file.startsWith(original.resolve("programs"))) {
                        Files.createLink(copy, file);
                    } else {
                        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
            return target;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The bundled database's programs. */
    static Path programs() {
        try (Stream<Path> versions = Files.list(setUp().resolve("programs"))) {
            return versions.filter(Files::isDirectory).findFirst().orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static synchronized Path setUp() {
        Path there = SET_UP.get();
        if (there != null) {
            return there;
        }
        try {
            Path folder = Files.createTempDirectory("heliograph-set-up");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "delete-set-up"));
            Path data = folder.resolve("data");
            try (Service service = Service.start(data)) {
                service.api().becomeAdministrator(service.adminToken(), EMAIL, PASSWORD);
            }
            SET_UP.set(data);
            return data;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The administrator, signed in; waits while a busy machine lets nobody in. */
    public static Api administrator(Service service) {
        Api ada = service.api();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> ada.signIn(EMAIL, PASSWORD).status(), Predicate.isEqual(200));
        return ada;
    }

    /** Removes a folder of a test with everything in it. */
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
