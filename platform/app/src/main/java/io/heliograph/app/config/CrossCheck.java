package io.heliograph.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Judges values together, once each is right by itself. */
final class CrossCheck {
    private final Configuration configuration;
    private final List<ConfigProblem> problems = new ArrayList<>();

    CrossCheck(Configuration configuration) {
        this.configuration = configuration;
    }

    List<ConfigProblem> problems() {
        if (configuration.text("accounts.registration").equals("open")) {
            if (!configuration.flag("accounts.open-confirmed")) {
                missing(
                        "accounts.open-confirmed",
                        "open registration is not confirmed",
                        "Look at the limits, then set it to true.");
            }
            if (configuration.optionalText("operator.contact").isEmpty()) {
                missing(
                        "operator.contact",
                        "open registration needs a contact",
                        "Give an e-mail address that somebody reads.");
            }
        }
        if (configuration.text("server.tls").equals("file")) {
            for (String key : List.of("server.tls-certificate", "server.tls-key")) {
                if (configuration.optionalText(key).isEmpty()) {
                    missing(key, "server.tls is file, and this is absent", "Name the PEM file.");
                }
            }
        }
        configuration.instanceNames().forEach(name -> {
            String key = "instances." + name + ".plugin";
            if (configuration.optionalText(key).isEmpty()) {
                missing(key, "the instance names no plugin", "Write the id of a plugin; `plugins list` shows them.");
            }
        });
        secrets();
        return problems;
    }

    private void secrets() {
        for (ConfigValue value : configuration.values()) {
            if (value.key().type() == ConfigKey.Type.SECRET) {
                SecretReference.of(value.text(), configuration.environment())
                        .problem()
                        .ifPresent(found -> problems.add(new ConfigProblem(
                                value.origin(), value.line(), value.name(), found, "Provide it, or remove the key.")));
            }
        }
    }

    private void missing(String key, String found, String remedy) {
        String origin = configuration.file().map(Object::toString).orElse("environment");
        problems.add(new ConfigProblem(origin, OptionalInt.empty(), key, found, remedy));
    }
}
