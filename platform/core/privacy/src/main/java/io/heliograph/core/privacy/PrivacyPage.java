package io.heliograph.core.privacy;

import io.heliograph.host.config.Recipient;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.InstanceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the privacy page says, as data: words are stable codes that the message catalogue puts into sentences.
 *
 * @param version hash of everything it says; changes when any of it does
 * @param validSince when this wording was first in force
 * @param controller who is responsible; empty if the operator has not said so, and then the page says that
 * @param registration who may make an account: {@code open}, {@code invite}, {@code closed}
 * @param rights codes of what a person can do: {@code access}, {@code correction}, {@code deletion}, ...
 */
@Commitment({"C1", "C4", "T1", "K4"})
public record PrivacyPage(
        String version,
        Instant validSince,
        Instant generatedAt,
        Optional<Controller> controller,
        String registration,
        List<CategoryLine> categories,
        List<RecipientLine> recipients,
        List<CookieLine> cookies,
        List<String> rights) {
    public PrivacyPage {
        categories = List.copyOf(categories);
        recipients = List.copyOf(recipients);
        cookies = List.copyOf(cookies);
        rights = List.copyOf(rights);
    }

    /** Who is responsible for the data. */
    public record Controller(
            String name,
            String address,
            String contact,
            Optional<String> representative,
            String country,
            Optional<String> governingLaw) {}

    /**
     * One data category.
     *
     * @param fields {@code table.column} of all that is kept, from the schema itself
     * @param keptDays how long; empty as long as the account exists
     * @param keptDaysByPlan where a plan differs
     * @param onErasure {@code erase}, {@code pseudonymise} or {@code keep}
     * @param lawKeepsBecause code of the law, with {@code keep}
     * @param purposes words of the purposes for which it may leave to a plugin
     */
    public record CategoryLine(
            DataCategory category,
            NavigableSet<String> fields,
            OptionalLong keptDays,
            Map<String, Long> keptDaysByPlan,
            String onErasure,
            Optional<String> lawKeepsBecause,
            NavigableSet<String> purposes) {}

    /**
     * One plugin instance and one of those who get data through it.
     *
     * @param recipient empty if nothing leaves this machine
     */
    public record RecipientLine(
            InstanceId instance,
            String pluginTitle,
            Optional<Recipient> recipient,
            Set<DataCategory> categories,
            List<String> hosts) {
        /** Whether nothing leaves this machine through it. */
        public boolean local() {
            return recipient.isEmpty() && hosts.isEmpty();
        }
    }

    /**
     * One thing kept in the browser.
     *
     * @param kind {@code cookie}, {@code localStorage} or {@code sessionStorage}
     * @param purpose code: {@code session}, {@code security}, {@code preference}
     * @param lasts in words of the catalogue
     */
    public record CookieLine(String name, String kind, String purpose, String lasts, boolean readableByScripts) {}
}
