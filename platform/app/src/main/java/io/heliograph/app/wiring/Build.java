package io.heliograph.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What build this is. */
public final class Build {
    private Build() {}

    /** The version, as the distribution's {@code VERSION} file says. */
    public static String version() {
        String home = System.getenv("HELIOGRAPH_HOME");
        Path file = Path.of(home == null ? "." : home, "VERSION");
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "development";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
