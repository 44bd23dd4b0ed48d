package io.heliograph.core.record;

import io.heliograph.core.audit.store.AuditRow;
import io.heliograph.core.event.store.EventRow;
import io.heliograph.core.inventory.EntityContribution;
import io.heliograph.core.setting.store.SettingRow;
import io.heliograph.kernel.DataCategory;
import java.util.List;
import java.util.Map;

/** What the record itself keeps. */
public final class RecordContribution implements EntityContribution {
    /** The feature's name. */
    public static final String FEATURE = "record";

    @Override
    public String feature() {
        return FEATURE;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(EventRow.class, AuditRow.class, SettingRow.class);
    }

    @Override
    public Map<String, DataCategory> tables() {
        return Map.of(
                "event_head", DataCategory.OPERATIONAL,
                "audit_head", DataCategory.OPERATIONAL,
                "setting_head", DataCategory.OPERATIONAL,
                "principal_key", DataCategory.OPERATIONAL,
                "scheduled_tasks", DataCategory.OPERATIONAL,
                "flyway_schema_history", DataCategory.OPERATIONAL);
    }
}
