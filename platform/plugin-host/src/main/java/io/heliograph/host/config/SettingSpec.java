package io.heliograph.host.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One setting a plugin declares. It validates the file and renders the admin form.
 *
 * @param key 1 to 60 lower-case letters, digits and hyphens, beginning with a letter
 * @param required whether an instance cannot be made without it
 * @param defaultValue value when absent, already of its type; never for secrets
 * @param min least number, least length of a text or least duration in seconds
 * @param max most of the same
 * @param allowed the only texts that are taken; empty for any
 * @param title short name for people
 * @param help one or two sentences for people
 */
public record SettingSpec(
        String key,
        SettingType type,
        boolean required,
        Optional<Object> defaultValue,
        OptionalLong min,
        OptionalLong max,
        List<String> allowed,
        String title,
        String help) {
    public SettingSpec {
        allowed = List.copyOf(allowed);
    }
}
