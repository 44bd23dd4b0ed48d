package io.heliograph.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the engine works with; replaced as a whole.
 *
 * @param judges built-in modules, in the order in which they are asked
 * @param expectedPlugins names of the configured policy plugins' instances: while one of them is not installed, every
 *     gate denies
 * @param purposes why data may move at all
 */
public record PolicySetup(List<Judge> judges, Set<String> expectedPlugins, Set<Purpose> purposes) {
    public PolicySetup {
        judges = List.copyOf(judges);
        expectedPlugins = Set.copyOf(expectedPlugins);
        purposes = Set.copyOf(purposes);
    }

    /** Built-in modules and purposes only. */
    public static PolicySetup of(List<? extends Judge> judges) {
        return new PolicySetup(List.copyOf(judges), Set.of(), Purpose.builtIn());
    }

    /** The same with policy plugins that must be there. */
    public PolicySetup expecting(Set<String> plugins) {
        return new PolicySetup(judges, plugins, purposes);
    }

    /** The same with further purposes. */
    public PolicySetup alsoFor(Set<Purpose> more) {
        Set<Purpose> all = new HashSet<>(purposes);
        all.addAll(more);
        return new PolicySetup(judges, expectedPlugins, all);
    }
}
