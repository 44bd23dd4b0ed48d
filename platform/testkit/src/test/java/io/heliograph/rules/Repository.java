package io.heliograph.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The working tree that the tests run in. */
public final class Repository {
    private Repository() {}

    /** Its root: the nearest folder upwards that holds the launcher. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside the repository");
        }
        return folder;
    }

    /** Every file that is tracked by git, or would be: what the ignore rules leave. */
    public static List<Path> files() {
        try {
            Process git = new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard")
                    .directory(root().toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String listing = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return listing.lines()
                    .map(root()::resolve)
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Every Java file, tests included. */
    public static Stream<Path> javaFiles() {
        return files().stream().filter(file -> file.toString().endsWith(".java"));
    }

    /** Every module's folder with compiled classes. */
    public static List<Path> classFolders() {
        return folders("target/classes");
    }

    /** Every module's folder with compiled tests. */
    public static List<Path> testClassFolders() {
        return folders("target/test-classes");
    }

    private static List<Path> folders(String name) {
        try (Stream<Path> poms = Files.walk(root(), 4)) {
            return poms.filter(path -> path.getFileName().toString().equals("pom.xml"))
                    .filter(path -> !path.toString().contains("/target/")
                            && !path.toString().contains("/node_modules/"))
                    .map(pom -> pom.resolveSibling(name))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file's text, or nothing for what is not UTF-8. */
    public static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
