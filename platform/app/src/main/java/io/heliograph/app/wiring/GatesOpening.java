package io.heliograph.app.wiring;

import io.heliograph.app.config.Configuration;
import io.heliograph.host.Instances;
import io.heliograph.host.config.HostPattern;
import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.Recipient;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.EpochSource;
import io.heliograph.policy.Judge;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.PolicySetup;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.privacy.Declaration;
import io.heliograph.policy.privacy.DeclaredRecipients;
import io.heliograph.policy.privacy.LegalHolds;
import io.heliograph.policy.privacy.PrivacyModule;
import io.heliograph.policy.ratelimit.LimitRule;
import io.heliograph.policy.ratelimit.LocalBuckets;
import io.heliograph.policy.ratelimit.RateLimitModule;
import io.heliograph.policy.ratelimit.RateLimits;
import io.heliograph.policy.retention.Keep;
import io.heliograph.policy.retention.RetentionModule;
import io.heliograph.policy.retention.RetentionPeriods;
import io.heliograph.policy.rules.BadRulesException;
import io.heliograph.policy.rules.OperatorRule;
import io.heliograph.policy.rules.RuleCompiler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The policy engine with its built-in modules, set as the configuration says. */
final class GatesOpening {
    private static final List<DataCategory> CONFIGURABLE = List.of(
            DataCategory.RESULT,
            DataCategory.UPLOAD,
            DataCategory.PROMPT,
            DataCategory.ACCESS,
            DataCategory.AUDIT,
            DataCategory.DISCLOSURE);

    private GatesOpening() {}

    /** An engine that denies everything until {@link #load} was called. */
    static PolicyEngine open(InstantSource clock, Map<String, EpochSource> epochs) {
        return new PolicyEngine(clock, EpochSource.byKind(epochs));
    }

    /** Puts the modules into force; from now on the gates answer. */
    static void load(
            PolicyEngine engine,
            LocalBuckets buckets,
            Configuration configuration,
            Instances instances,
            LegalHolds holds,
            InstantSource clock) {
        instances.policyModules().forEach(module -> engine.install(module.id().value(), module));
        reload(engine, buckets, configuration, instances, holds, clock);
    }

    /** Puts limits and periods into force as they are now; what is kept already keeps its deadline. */
    static void reload(
            PolicyEngine engine,
            LocalBuckets buckets,
            Configuration configuration,
            Instances instances,
            LegalHolds holds,
            InstantSource clock) {
        List<Judge> judges = new ArrayList<>(List.of(
                new PrivacyModule(declared(instances), holds),
                new RetentionModule(clock, periods(configuration)),
                new RateLimitModule(buckets, limits(configuration))));
        rules(configuration).ifPresent(judges::add);
        engine.load(PolicySetup.of(judges)
                .expecting(instances.policyModules().stream()
                        .map(module -> module.id().value())
                        .collect(Collectors.toSet())));
    }

    /** The operator's rules as a module; empty where there are none, since a compiler takes a moment to make. */
    private static Optional<Judge> rules(Configuration configuration) {
        List<OperatorRule> rules = configuration.rules();
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RuleCompiler().compile(rules));
        } catch (BadRulesException bad) {
            throw new IllegalStateException("the configuration lets no such rule pass", bad);
        }
    }

    static RetentionPeriods periods(Configuration configuration) {
        RetentionPeriods periods = RetentionPeriods.defaults();
        for (DataCategory category : CONFIGURABLE) {
            Duration period =
                    configuration.duration("retention." + category.name().toLowerCase(Locale.ROOT));
            periods = periods.with(category, new Keep.For(period));
        }
        return periods;
    }

    private static RateLimits limits(Configuration configuration) {
        Duration minute = Duration.ofMinutes(1);
        List<LimitRule> rules = new ArrayList<>(RateLimits.defaults().rules());
        rules.removeIf(rule ->
                List.of("sign-in-address", "address", "generation", "key").contains(rule.name()));
        rules.add(LimitRule.requests(
                "sign-in-address",
                LimitRule.Per.ADDRESS,
                configuration.number("limits.sign-in-per-minute"),
                minute,
                Purpose.SIGN_IN));
        rules.add(LimitRule.requests(
                "address", LimitRule.Per.ADDRESS, configuration.number("limits.address-requests-per-minute"), minute));
        rules.add(LimitRule.requests(
                "account", LimitRule.Per.ACCOUNT, configuration.number("limits.requests-per-minute"), minute));
        rules.add(LimitRule.requests(
                "key", LimitRule.Per.KEY, configuration.number("limits.key-requests-per-minute"), minute));
        rules.add(LimitRule.things(
                "generation",
                LimitRule.Per.ACCOUNT,
                configuration.number("limits.generations-per-hour"),
                Duration.ofHours(1),
                Purpose.GENERATION));
        return new RateLimits(rules);
    }

    /** What each running instance declared in its plugin's manifest; nobody gets what stays with the operator. */
    private static DeclaredRecipients declared(Instances instances) {
        return instance -> manifest(instances, instance)
                .map(manifest -> isLocal(instances, instance)
                        ? new Declaration(Set.of(), Set.of(), manifest.dataCategories())
                        : new Declaration(
                                manifest.recipients().stream()
                                        .map(Recipient::name)
                                        .collect(Collectors.toSet()),
                                manifest.hosts().stream()
                                        .map(HostPattern::toString)
                                        .collect(Collectors.toSet()),
                                manifest.dataCategories()));
    }

    private static boolean isLocal(Instances instances, InstanceId instance) {
        return instances.instances().stream().anyMatch(status -> status.id().equals(instance) && status.local());
    }

    static Optional<Manifest> manifest(Instances instances, InstanceId instance) {
        return instances.instances().stream()
                .filter(status -> status.id().equals(instance) && status.isRunning())
                .flatMap(status -> instances.plugins().stream()
                        .filter(plugin -> plugin.id().equals(status.plugin())))
                .flatMap(plugin -> plugin.manifest().stream())
                .findFirst();
    }
}
