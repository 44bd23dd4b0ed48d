package io.heliograph.core.setting;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Settings with their earlier versions. Each method runs in the ambient unit of work or in one of its own. Safe for many
 * threads and processes: changes are numbered one after another.
 */
@Commitment("R2")
public interface SettingBook {
    /** Number of the newest change; 0 while there is none. */
    long version();

    /** What holds now, secrets opened. */
    Snapshot read();

    /**
     * Writes and audits one change. Values that are as they were make no change.
     *
     * @param basedOn the version that the change was judged against
     * @param undoes the change that is taken back, where it is one
     * @param values by name; empty takes a setting out of this layer
     * @return the new version; empty, and nothing written, if somebody else made a change since {@code basedOn}
     */
    OptionalLong write(
            Optional<PrincipalId> actor, long basedOn, OptionalLong undoes, Map<String, Optional<SettingValue>> values);

    /**
     * What taking back a change would write: for each of its settings the value before it. Empty if there is no such
     * change, or if it cannot be taken back: one of its settings was changed later, or the secret before it is gone.
     */
    Optional<Map<String, Optional<SettingValue>>> before(long seq);

    /** Changes, the newest first. */
    Page<SettingChange> history(Optional<Cursor> from, int limit);

    /** What holds at a version. @param values by name, in the order of the names */
    record Snapshot(long version, Map<String, SettingValue> values) {
        public Snapshot {
            values = Map.copyOf(values);
        }
    }
}
