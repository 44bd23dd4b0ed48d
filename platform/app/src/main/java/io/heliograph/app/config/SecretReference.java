package io.heliograph.app.config;

import io.heliograph.spi.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a secret is: {@code env:NAME} or {@code file:PATH}. The secret itself is read when it is needed. */
public final class SecretReference {
    private final String reference;
    private final Map<String, String> environment;

    private SecretReference(String reference, Map<String, String> environment) {
        this.reference = reference;
        this.environment = environment;
    }

    /** The reference as written in the configuration. */
    public static SecretReference of(String reference, Map<String, String> environment) {
        return new SecretReference(reference, environment);
    }

    /** What stands in the way of reading it, in words; empty when nothing does. */
    Optional<String> problem() {
        if (reference.startsWith("env:")) {
            return environment.getOrDefault(name(), "").isEmpty()
                    ? Optional.of("the environment has no variable " + name())
                    : Optional.empty();
        }
        Path file = Path.of(name());
        return Files.isReadable(file) && Files.isRegularFile(file)
                ? Optional.empty()
                : Optional.of("the file " + file + " is not there or may not be read");
    }

    /** Reads the secret; a final line break of a file does not belong to it. */
    public Secret resolve() throws IOException {
        if (reference.startsWith("env:")) {
            return Secret.of(environment.getOrDefault(name(), ""));
        }
        return Secret.of(Files.readString(Path.of(name())).stripTrailing());
    }

    private String name() {
        return reference.substring(reference.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return reference;
    }
}
