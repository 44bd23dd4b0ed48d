package io.heliograph.app.cli;

import io.heliograph.app.config.ConfigException;
import io.heliograph.app.config.ConfigLoader;
import io.heliograph.app.config.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command has. */
public final class GlobalOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file; without it heliograph.yaml in the current folder, if there is one.")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "FOLDER", description = "Data folder; wins over the configuration.")
    private @Nullable Path data;

    private final Map<String, String> environment = System.getenv();

    /** The configuration with what the command line says on top. */
    public Configuration configuration() throws ConfigException {
        return configuration(Map.of());
    }

    /** The same, with further keys given on the command line. */
    public Configuration configuration(Map<String, String> given) throws ConfigException {
        Map<String, String> layered = new HashMap<>(environment);
        if (data != null) {
            layered.put("HELIOGRAPH_DATA_FOLDER", data.toString());
        }
        layered.putAll(given);
        return new ConfigLoader(layered).load(file());
    }

    /** The data folder, absolute. */
    public static Path dataFolder(Configuration configuration) {
        return configuration
                .optionalText("data-folder")
                .map(Path::of)
                .orElseGet(GlobalOptions::defaultFolder)
                .toAbsolutePath()
                .normalize();
    }

    private Optional<Path> file() {
        if (config != null) {
            return Optional.of(config);
        }
        Path here = Path.of("heliograph.yaml");
        return Files.exists(here) ? Optional.of(here) : Optional.empty();
    }

    private static Path defaultFolder() {
        String base = System.getenv("XDG_DATA_HOME");
        return base == null || base.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share", "heliograph")
                : Path.of(base, "heliograph");
    }
}
