package io.heliograph.policy.retention;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** What an erasure of an account does with one data category. */
@Commitment("G3")
public sealed interface EraseRule {
    /** It goes. */
    record Erase() implements EraseRule {}

    /** It stays, without anything that tells who it was. */
    record Pseudonymise() implements EraseRule {}

    /**
     * A law says it stays.
     *
     * @param period from the day of the erasure, at most: the thing's own deadline still holds
     * @param reason stable word shown to the person
     */
    record KeepFor(Duration period, String reason) implements EraseRule {}

    /** What the laws commonly say: everything goes, but invoices and payments stay, and the books without a name. */
    static Map<DataCategory, EraseRule> defaults() {
        Duration tenYears = Duration.ofDays(3_653);
        Map<DataCategory, EraseRule> rules = new EnumMap<>(DataCategory.class);
        for (DataCategory category : DataCategory.values()) {
            rules.put(
                    category,
                    switch (category) {
                        case ACCOUNT, PROMPT, RESULT, UPLOAD, ACCESS, DISCLOSURE, SUPPORT, OPERATIONAL -> new Erase();
                        case CREDITS, AUDIT -> new Pseudonymise();
                        case PAYMENT, INVOICE -> new KeepFor(tenYears, "tax-law");
                    });
        }
        return Map.copyOf(rules);
    }
}
