package io.heliograph.app.config;

import io.heliograph.host.secrets.SecretReferenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Judges values together, once each is right by itself. */
final class CrossCheck {
    private final Configuration configuration;
    private final List<Found> problems = new ArrayList<>();

    /**
     * Something that does not go together.
     *
     * @param cause the key without which it would
     */
    record Found(ConfigProblem problem, String cause) {}

    CrossCheck(Configuration configuration) {
        this.configuration = configuration;
    }

    List<Found> found() {
        if (configuration.text("accounts.registration").equals("open")) {
            if (!configuration.flag("accounts.open-confirmed")) {
                missing(
                        "accounts.registration",
                        "accounts.open-confirmed",
                        "open registration is not confirmed",
                        "Look at the limits, then set it to true.");
            }
            if (configuration.optionalText("operator.contact").isEmpty()) {
                missing(
                        "accounts.registration",
                        "operator.contact",
                        "open registration needs a contact",
                        "Give an e-mail address that somebody reads.");
            }
        }
        if (configuration.text("server.tls").equals("file")) {
            for (String key : List.of("server.tls-certificate", "server.tls-key")) {
                if (configuration.optionalText(key).isEmpty()) {
                    missing("server.tls", key, "server.tls is file, and this is absent", "Name the PEM file.");
                }
            }
        }
        configuration.instanceNames().forEach(name -> {
            String key = "instances." + name + ".plugin";
            if (configuration.optionalText(key).isEmpty()) {
                missing(
                        "instances." + name,
                        key,
                        "the instance names no plugin",
                        "Write the id of a plugin; `plugins list` shows them.");
            }
        });
        secrets();
        return problems;
    }

    private void secrets() {
        for (ConfigValue value : configuration.values()) {
            if (value.key().type() == ConfigKey.Type.SECRET) {
                try {
                    configuration.secrets().resolve(value.text());
                } catch (SecretReferenceException absent) {
                    problems.add(new Found(
                            new ConfigProblem(
                                    value.origin(),
                                    value.line(),
                                    value.name(),
                                    value.text() + ": " + absent.expected().replaceFirst("\\.$", ""),
                                    absent.remedy()),
                            value.name()));
                }
            }
        }
    }

    private void missing(String cause, String key, String found, String remedy) {
        String origin = configuration
                .value(cause)
                .map(ConfigValue::origin)
                .filter(ConfigValue.DATABASE::equals)
                .or(() -> configuration.file().map(Object::toString))
                .orElse(ConfigValue.ENVIRONMENT);
        problems.add(new Found(new ConfigProblem(origin, OptionalInt.empty(), key, found, remedy), cause));
    }
}
