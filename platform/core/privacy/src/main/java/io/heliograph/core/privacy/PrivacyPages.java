package io.heliograph.core.privacy;

import io.heliograph.core.inventory.Inventory;
import io.heliograph.core.privacy.PrivacyPage.CategoryLine;
import io.heliograph.core.privacy.PrivacyPage.Controller;
import io.heliograph.core.privacy.PrivacyPage.CookieLine;
import io.heliograph.core.privacy.PrivacyPage.RecipientLine;
import io.heliograph.core.privacy.store.PageStore;
import io.heliograph.core.tx.Tx;
import io.heliograph.host.InstanceStatus;
import io.heliograph.host.Instances;
import io.heliograph.host.PluginStatus;
import io.heliograph.host.config.HostPattern;
import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.Recipient;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.privacy.Minimisation;
import io.heliograph.policy.retention.EraseRule;
import io.heliograph.policy.retention.Keep;
import io.heliograph.policy.retention.RetentionPeriods;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Makes the privacy page from what runs: the schema, the periods and rules in force, the manifests of the configured
 * plugins. So it cannot say anything else than what is done. Each wording is known by its hash, with the day it came into
 * force. Safe for many threads.
 */
@Commitment({"T1", "T2", "R1", "K4"})
public final class PrivacyPages {
    private static final List<String> RIGHTS = List.of("access", "correction", "deletion", "disclosures");

    private final Tx tx;
    private final InstantSource clock;
    private final Inventory inventory;
    private final Instances instances;
    private final Supplier<Terms> terms;
    private final PageStore store = new PageStore();

    /** @param terms what the operator configured, as it is in force */
    public PrivacyPages(Tx tx, InstantSource clock, Inventory inventory, Instances instances, Supplier<Terms> terms) {
        this.tx = tx;
        this.clock = clock;
        this.inventory = inventory;
        this.instances = instances;
        this.terms = terms;
    }

    /**
     * What the operator configured.
     *
     * @param registration {@code open}, {@code invite} or {@code closed}
     */
    public record Terms(
            Optional<Controller> controller,
            String registration,
            RetentionPeriods periods,
            Map<DataCategory, EraseRule> eraseRules,
            List<CookieLine> cookies) {
        public Terms {
            eraseRules = Map.copyOf(eraseRules);
            cookies = List.copyOf(cookies);
        }
    }

    /** The page as it is now; a new wording is noted with its date. */
    public PrivacyPage current() {
        Terms now = terms.get();
        List<CategoryLine> categories = categories(now);
        List<RecipientLine> recipients = recipients();
        String version =
                hash(List.of(now.controller(), now.registration(), categories, recipients, now.cookies(), RIGHTS));
        Instant generatedAt = clock.instant();
        Instant since = tx.required(() -> store.seen(version, generatedAt));
        return new PrivacyPage(
                version,
                since,
                generatedAt,
                now.controller(),
                now.registration(),
                categories,
                recipients,
                now.cookies(),
                RIGHTS);
    }

    /** All wordings there were, newest first: hash and the time it was first seen. */
    public Map<String, Instant> versions() {
        return tx.required(store::versions);
    }

    private List<CategoryLine> categories(Terms now) {
        Map<DataCategory, NavigableSet<String>> kept = new TreeMap<>();
        for (String column : tx.required(store::schema)) {
            int dot = column.indexOf('.');
            inventory
                    .category(column.substring(0, dot), column.substring(dot + 1))
                    .ifPresent(category ->
                            kept.computeIfAbsent(category, _ -> new TreeSet<>()).add(column));
        }
        List<CategoryLine> lines = new ArrayList<>();
        kept.forEach((category, fields) -> lines.add(line(category, fields, now)));
        return lines;
    }

    private static CategoryLine line(DataCategory category, NavigableSet<String> fields, Terms now) {
        Map<String, Long> byPlan = new TreeMap<>();
        now.periods()
                .byPlan()
                .forEach((plan, periods) -> Optional.ofNullable(periods.get(category))
                        .ifPresent(keep -> days(keep).ifPresent(days -> byPlan.put(plan, days))));
        EraseRule rule = now.eraseRules().getOrDefault(category, new EraseRule.Erase());
        NavigableSet<String> purposes = new TreeSet<>();
        for (Purpose purpose : Purpose.builtIn()) {
            if (Minimisation.most(purpose).contains(category)) {
                purposes.add(purpose.word());
            }
        }
        return new CategoryLine(
                category,
                fields,
                now.periods()
                        .keep(category, Optional.empty())
                        .map(PrivacyPages::days)
                        .orElse(OptionalLong.empty()),
                byPlan,
                switch (rule) {
                    case EraseRule.Erase() -> "erase";
                    case EraseRule.Pseudonymise() -> "pseudonymise";
                    case EraseRule.KeepFor _ -> "keep";
                },
                rule instanceof EraseRule.KeepFor(var _, String reason) ? Optional.of(reason) : Optional.empty(),
                purposes);
    }

    private static OptionalLong days(Keep keep) {
        return switch (keep) {
            case Keep.For(var period) -> OptionalLong.of(period.toDays());
            case Keep.WithAccount() -> OptionalLong.empty();
        };
    }

    private List<RecipientLine> recipients() {
        Map<String, Manifest> manifests = new HashMap<>();
        for (PluginStatus plugin : instances.plugins()) {
            plugin.manifest().ifPresent(manifest -> manifests.put(plugin.id(), manifest));
        }
        List<RecipientLine> lines = new ArrayList<>();
        for (InstanceStatus instance : instances.instances()) {
            Manifest manifest = manifests.get(instance.plugin());
            if (manifest == null) {
                continue;
            }
            List<String> hosts = instance.local()
                    ? List.of()
                    : manifest.hosts().stream()
                            .map(HostPattern::toString)
                            .sorted()
                            .toList();
            List<Recipient> recipients = instance.local() ? List.of() : manifest.recipients();
            if (recipients.isEmpty()) {
                lines.add(new RecipientLine(
                        instance.id(), manifest.title(), Optional.empty(), manifest.dataCategories(), hosts));
            }
            recipients.forEach(recipient -> lines.add(new RecipientLine(
                    instance.id(), manifest.title(), Optional.of(recipient), manifest.dataCategories(), hosts)));
        }
        lines.sort(Comparator.comparing(RecipientLine::instance));
        return lines;
    }

    /** Over the text of all parts, with sets in order, so that the same words have the same hash in every process. */
    private static String hash(List<Object> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> digest.update((ordered(part) + "\u001f").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String ordered(Object part) {
        return switch (part) {
            case List<?> list ->
                list.stream().map(PrivacyPages::ordered).toList().toString();
            case RecipientLine line ->
                String.join(
                        "|",
                        line.instance().value(),
                        line.pluginTitle(),
                        line.recipient().toString(),
                        new TreeSet<>(line.categories()).toString(),
                        line.hosts().toString());
            default -> part.toString();
        };
    }
}
