package io.heliograph.core.setting;

import io.heliograph.spi.Secret;
import java.util.List;

/** A value as it is kept. */
public sealed interface SettingValue {
    /** One text, also for numbers, switches and lengths of time; at most 4,000 characters. */
    record Text(String text) implements SettingValue {}

    /** Several texts, without control characters; at most 4,000 characters together. */
    record Texts(List<String> items) implements SettingValue {
        public Texts {
            items = List.copyOf(items);
        }
    }

    /** A secret: sealed where it is kept, and never shown; at most 4,000 characters. */
    record Hidden(Secret secret) implements SettingValue {}
}
