package io.heliograph.core.privacy;

import io.heliograph.core.privacy.PrivacyPage.CategoryLine;
import io.heliograph.core.privacy.PrivacyPage.RecipientLine;
import io.heliograph.kernel.DataCategory;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.privacy.Minimisation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The operator's record of processing activities, one for each purpose, made from the same facts as the privacy page.
 * Purposes under which nothing leaves to a plugin are listed too: the data is then used on this machine only.
 */
public record ProcessingRecord(String pageVersion, Optional<String> controller, List<Activity> activities) {
    public ProcessingRecord {
        activities = List.copyOf(activities);
    }

    /**
     * One activity.
     *
     * @param categories what may leave to plugins for it
     * @param recipients {@code instance: name (country)} of those that declare one of these categories; an instance on
     *     this machine is {@code instance: this machine}
     * @param periods {@code CATEGORY: days} or {@code CATEGORY: account}
     */
    public record Activity(
            String purpose,
            NavigableSet<DataCategory> categories,
            NavigableSet<String> recipients,
            List<String> periods) {}

    /** The record that belongs to a page. */
    public static ProcessingRecord of(PrivacyPage page) {
        List<Activity> activities = new ArrayList<>();
        for (Purpose purpose : Purpose.builtIn()) {
            NavigableSet<DataCategory> categories = new TreeSet<>(Minimisation.most(purpose));
            categories.remove(DataCategory.OPERATIONAL);
            NavigableSet<String> recipients = new TreeSet<>();
            for (RecipientLine line : page.recipients()) {
                if (line.categories().stream().anyMatch(categories::contains)) {
                    recipients.add(line.instance() + ": "
                            + line.recipient()
                                    .map(one -> one.name() + " (" + one.country() + ")")
                                    .orElse(line.local() ? "this machine" : String.join(", ", line.hosts())));
                }
            }
            List<String> periods = page.categories().stream()
                    .filter(line -> categories.contains(line.category()))
                    .map(ProcessingRecord::period)
                    .toList();
            activities.add(new Activity(purpose.word(), categories, recipients, periods));
        }
        activities.sort(Comparator.comparing(Activity::purpose));
        return new ProcessingRecord(page.version(), page.controller().map(PrivacyPage.Controller::name), activities);
    }

    private static String period(CategoryLine line) {
        return line.category() + ": "
                + (line.keptDays().isPresent() ? Long.toString(line.keptDays().getAsLong()) : "account");
    }
}
