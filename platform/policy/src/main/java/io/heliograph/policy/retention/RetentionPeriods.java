package io.heliograph.policy.retention;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long each data category is kept: a period for everybody, and other ones for some plans. A category that is missing
 * is not kept at all.
 */
@Commitment({"R1", "R2"})
public record RetentionPeriods(Map<DataCategory, Keep> byCategory, Map<String, Map<DataCategory, Keep>> byPlan) {
    private static final long YEAR_DAYS = 365;
    /** Ten full calendar years with their leap days: what tax laws commonly ask for. */
    private static final long TAX_DAYS = 3_653;

    public RetentionPeriods {
        byCategory = Map.copyOf(byCategory);
        byPlan = Map.copyOf(byPlan);
    }

    /** What a fresh installation does. */
    public static RetentionPeriods defaults() {
        Map<DataCategory, Keep> periods = new EnumMap<>(DataCategory.class);
        periods.put(DataCategory.ACCOUNT, Keep.withAccount());
        periods.put(DataCategory.PROMPT, Keep.days(YEAR_DAYS));
        periods.put(DataCategory.RESULT, Keep.days(YEAR_DAYS));
        periods.put(DataCategory.UPLOAD, Keep.days(30));
        periods.put(DataCategory.ACCESS, Keep.days(30));
        periods.put(DataCategory.CREDITS, Keep.withAccount());
        periods.put(DataCategory.PAYMENT, Keep.days(TAX_DAYS));
        periods.put(DataCategory.INVOICE, Keep.days(TAX_DAYS));
        periods.put(DataCategory.DISCLOSURE, Keep.days(YEAR_DAYS));
        periods.put(DataCategory.AUDIT, Keep.days(YEAR_DAYS));
        periods.put(DataCategory.SUPPORT, Keep.days(2 * YEAR_DAYS));
        periods.put(DataCategory.OPERATIONAL, Keep.days(30));
        return new RetentionPeriods(periods, Map.of());
    }

    /** The same with another period for {@code category}. */
    public RetentionPeriods with(DataCategory category, Keep keep) {
        Map<DataCategory, Keep> changed = new EnumMap<>(DataCategory.class);
        changed.putAll(byCategory);
        changed.put(category, keep);
        return new RetentionPeriods(changed, byPlan);
    }

    /** How long {@code category} is kept on {@code plan}; empty if it may not be kept. */
    public Optional<Keep> keep(DataCategory category, Optional<String> plan) {
        Keep ofPlan =
                plan.map(byPlan::get).map(periods -> periods.get(category)).orElse(null);
        return Optional.ofNullable(ofPlan != null ? ofPlan : byCategory.get(category));
    }
}
