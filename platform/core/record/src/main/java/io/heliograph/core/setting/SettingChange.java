package io.heliograph.core.setting;

import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One change, of one or several settings at once.
 *
 * @param seq number of the change, from 1 without gaps
 * @param actor who made it; empty for a command
 * @param undoes the change that this one took back
 */
public record SettingChange(
        long seq, Instant changedAt, Optional<PrincipalId> actor, OptionalLong undoes, List<Item> items) {
    public SettingChange {
        items = List.copyOf(items);
    }

    /**
     * One setting of a change. What is hidden has neither text.
     *
     * @param before text it had in this layer before; empty where it had none
     * @param after text it has since; empty where it was taken out
     * @param hidden whether it is a secret on either side
     */
    public record Item(String name, Optional<String> before, Optional<String> after, boolean hidden) {}
}
