package io.heliograph.policy;

import java.util.Map;
import java.util.OptionalLong;

/**
 * Port to the record: the current revocation epoch of an object. It is read from the database, not from a cache of this
 * process, because another process may have moved it. Safe for many threads; may block for a query.
 */
@FunctionalInterface
public interface EpochSource {
    /** The epoch now; empty if there is no such thing (any more). A failure means that nothing is allowed. */
    OptionalLong epoch(ObjectRef object);

    /** One source for each kind of object; a kind without one does not exist. */
    static EpochSource byKind(Map<String, EpochSource> sources) {
        Map<String, EpochSource> fixed = Map.copyOf(sources);
        return object -> {
            EpochSource source = fixed.get(object.kind());
            return source == null ? OptionalLong.empty() : source.epoch(object);
        };
    }
}
