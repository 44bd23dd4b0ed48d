package io.heliograph.policy.privacy;

import static io.heliograph.kernel.DataCategory.ACCESS;
import static io.heliograph.kernel.DataCategory.ACCOUNT;
import static io.heliograph.kernel.DataCategory.CREDITS;
import static io.heliograph.kernel.DataCategory.INVOICE;
import static io.heliograph.kernel.DataCategory.OPERATIONAL;
import static io.heliograph.kernel.DataCategory.PAYMENT;
import static io.heliograph.kernel.DataCategory.PROMPT;
import static io.heliograph.kernel.DataCategory.RESULT;
import static io.heliograph.kernel.DataCategory.SUPPORT;
import static io.heliograph.kernel.DataCategory.UPLOAD;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.policy.Purpose;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The most that may leave for a purpose, whatever a plugin declares: an engine never gets account data, a mailer never a
 * picture. A purpose that is not listed lets nothing out. The privacy page prints this table.
 */
@Commitment("T1")
public final class Minimisation {
    private static final Map<Purpose, Set<DataCategory>> MOST = Map.ofEntries(
            Map.entry(Purpose.GENERATION, EnumSet.of(PROMPT, UPLOAD, RESULT, OPERATIONAL)),
            Map.entry(Purpose.CATALOGUE, EnumSet.of(OPERATIONAL)),
            Map.entry(Purpose.HOUSEKEEPING, EnumSet.of(OPERATIONAL)),
            Map.entry(Purpose.ADMINISTRATION, EnumSet.of(OPERATIONAL)),
            Map.entry(Purpose.DELETION, EnumSet.of(OPERATIONAL)),
            Map.entry(Purpose.RETENTION, EnumSet.of(OPERATIONAL)),
            Map.entry(Purpose.SIGN_IN, EnumSet.of(ACCOUNT, ACCESS, OPERATIONAL)),
            Map.entry(Purpose.SIGN_UP, EnumSet.of(ACCOUNT, ACCESS, OPERATIONAL)),
            Map.entry(Purpose.ACCOUNT, EnumSet.of(ACCOUNT, ACCESS, OPERATIONAL)),
            Map.entry(Purpose.MAIL, EnumSet.of(ACCOUNT, SUPPORT, OPERATIONAL)),
            Map.entry(Purpose.BILLING, EnumSet.of(PAYMENT, INVOICE, CREDITS, OPERATIONAL)));

    private Minimisation() {}

    /** The categories that may leave for {@code purpose}. */
    public static Set<DataCategory> most(Purpose purpose) {
        return Set.copyOf(MOST.getOrDefault(purpose, Set.of()));
    }
}
