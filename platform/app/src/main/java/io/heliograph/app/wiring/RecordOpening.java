package io.heliograph.app.wiring;

import io.heliograph.app.cli.GlobalOptions;
import io.heliograph.app.config.Configuration;
import io.heliograph.app.config.SecretReference;
import io.heliograph.core.database.DataFolder;
import io.heliograph.core.database.StartProblem;
import io.heliograph.core.event.EventBus;
import io.heliograph.core.record.RecordRoom;
import io.heliograph.core.record.RecordSettings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** Opens the record as the configuration says. */
final class RecordOpening {
    private RecordOpening() {}

    static RecordRoom open(Configuration configuration, DataFolder.Role role, EventBus bus, InstantSource clock) {
        RecordSettings settings = new RecordSettings(
                GlobalOptions.dataFolder(configuration),
                role,
                external(configuration),
                Optional.empty(),
                configuration.secret("keys.master").map(RecordOpening::resolved),
                configuration.integer("database.pool-size"),
                configuration.number("least-free-bytes"));
        return RecordRoom.open(settings, bus, clock);
    }

    private static Optional<RecordSettings.ExternalDatabase> external(Configuration configuration) {
        return configuration
                .optionalText("database.url")
                .map(url -> new RecordSettings.ExternalDatabase(
                        withTls(url, configuration.text("database.tls")),
                        configuration.text("database.user"),
                        configuration
                                .secret("database.password")
                                .map(RecordOpening::resolved)
                                .orElse(""),
                        configuration.duration("database.start-patience").toMillis()));
    }

    private static String withTls(String url, String mode) {
        return url.contains("sslMode=") ? url : url + (url.contains("?") ? "&" : "?") + "sslMode=" + mode;
    }

    private static String resolved(SecretReference reference) {
        try {
            return reference.resolve().revealText();
        } catch (IOException unreadable) {
            throw new StartProblem(
                    "The secret " + reference + " cannot be read.", "Check that it is still there.", unreadable);
        }
    }
}
