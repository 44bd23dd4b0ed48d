package io.heliograph.app.wiring;

import io.heliograph.app.cli.GlobalOptions;
import io.heliograph.app.config.Configuration;
import io.heliograph.core.database.DataFolder;
import io.heliograph.core.database.StartProblem;
import io.heliograph.core.event.EventBus;
import io.heliograph.core.record.RecordRoom;
import io.heliograph.core.record.RecordSettings;
import io.heliograph.host.secrets.SecretReferenceException;
import io.heliograph.spi.Secret;
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
                secret(configuration, "keys.master"),
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
                        secret(configuration, "database.password").orElse(""),
                        configuration.duration("database.start-patience").toMillis()));
    }

    private static String withTls(String url, String mode) {
        return url.contains("sslMode=") ? url : url + (url.contains("?") ? "&" : "?") + "sslMode=" + mode;
    }

    private static Optional<String> secret(Configuration configuration, String key) {
        try {
            return configuration.secret(key).map(Secret::revealText);
        } catch (SecretReferenceException unreadable) {
            throw new StartProblem(
                    "The secret " + key + " cannot be read: " + unreadable.expected(), unreadable.remedy(), unreadable);
        }
    }
}
