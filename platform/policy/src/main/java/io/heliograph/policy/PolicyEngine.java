package io.heliograph.policy;

import io.heliograph.kernel.Commitment;
import io.heliograph.spi.policy.Gate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that answers at the five gates, and the only one that makes {@link Permit}s.
 *
 * <p>Every module that watches a gate is asked. Deny beats RetryAfter beats Allow, and the duties of all are united.
 * Whatever is not an answer is Deny: no rules loaded, no module at the gate, an expected plugin that is not installed, a
 * purpose nobody declared, a module that throws, says nothing or takes longer than {@link #JUDGE_LIMIT}.
 *
 * <p>Built-in modules run on the caller's thread; plugins on platform threads of their own, so that one that spins holds
 * up nobody else. Safe for many threads. The setup is one snapshot, replaced whole: a question is judged by one setup.
 */
@Commitment({"V1", "T1", "T2", "R1", "U2"})
public final class PolicyEngine implements AutoCloseable {
    /** How long a policy plugin may take. */
    public static final Duration JUDGE_LIMIT = Duration.ofMillis(50);

    private static final Logger LOG = LoggerFactory.getLogger(PolicyEngine.class);

    private final InstantSource clock;
    private final EpochSource epochs;
    private final Pseudonyms pseudonyms = new Pseudonyms();
    private final Map<String, PluginDesk> plugins = new ConcurrentHashMap<>();
    private volatile @Nullable PolicySetup setup;

    /** An engine that denies everything until it is {@linkplain #load loaded}. */
    public PolicyEngine(InstantSource clock, EpochSource epochs) {
        this.clock = clock;
        this.epochs = epochs;
    }

    /** Puts {@code newSetup} into force for every question from now on. */
    public void load(PolicySetup newSetup) {
        this.setup = newSetup;
    }

    /** Adds a policy plugin's instance, or replaces the one of that name. */
    public void install(String name, PluginJudge judge) {
        PluginDesk before = plugins.put(name, new PluginDesk(name, judge, pseudonyms));
        if (before != null) {
            before.close();
        }
    }

    /** Takes a policy plugin's instance out. While the setup expects it, every gate denies. */
    public void uninstall(String name) {
        PluginDesk before = plugins.remove(name);
        if (before != null) {
            before.close();
        }
    }

    /** Names of the modules in force and the gates they watch; of an expected plugin that is not installed, no gate. */
    public Map<String, Set<Gate>> modules() {
        Map<String, Set<Gate>> all = new TreeMap<>();
        PolicySetup now = setup;
        if (now != null) {
            now.expectedPlugins().forEach(name -> all.put(name, Set.of()));
            now.judges().forEach(judge -> all.put(judge.name(), judge.gates()));
        }
        plugins.forEach((name, desk) -> all.put(name, desk.gates()));
        return all;
    }

    /**
     * Asks and insists.
     *
     * @throws PolicyDeniedException if the answer is no, or not now
     */
    public Permit require(GateRequest request) {
        return switch (decide(request)) {
            case Decision.Granted granted -> granted.permit();
            case Decision.Refused refused -> throw refused.toException();
        };
    }

    /** Asks. Never throws for what a module does. */
    public Decision decide(GateRequest request) {
        PolicySetup now = setup;
        if (now == null) {
            return refused(request, Reasons.NOT_LOADED);
        }
        if (!now.purposes().contains(request.purpose())) {
            return refused(request, Reasons.UNKNOWN_PURPOSE);
        }
        for (String expected : now.expectedPlugins()) {
            if (!plugins.containsKey(expected)) {
                return refused(request, Reasons.MODULE_NOT_LOADED);
            }
        }
        Instant askedAt = clock.instant();
        OptionalLong epoch = OptionalLong.empty();
        if (request.object().isPresent()) {
            try {
                epoch = epochs.epoch(request.object().get());
            } catch (RuntimeException recordAway) {
                return new Decision.Refused(
                        request.gate(),
                        Reasons.RECORD_UNAVAILABLE,
                        Optional.empty(),
                        List.of(),
                        Optional.of(recordAway));
            }
            if (epoch.isEmpty()) {
                return refused(request, Reasons.UNKNOWN_OBJECT);
            }
            if (request.grantedEpoch().isPresent() && !request.grantedEpoch().equals(epoch)) {
                return refused(request, Reasons.REVOKED);
            }
        }
        Bench bench = new Bench();
        askAll(now, request, bench);
        return bench.refusal(request.gate())
                .<Decision>map(refusal -> refusal)
                .orElse(new Decision.Granted(
                        new Permit(request, epoch, bench.obligations(), bench.limits(), epochs, askedAt, clock)));
    }

    private void askAll(PolicySetup now, GateRequest request, Bench bench) {
        List<Judge> consuming = new ArrayList<>();
        boolean asked = false;
        for (Judge judge : now.judges()) {
            Optional<Boolean> watches = watches(judge, request);
            if (watches.isEmpty()) {
                bench.hear(judge.name(), Ruling.deny(Reasons.MODULE_FAILED));
            }
            if (!watches.orElse(false)) {
                continue;
            }
            asked = true;
            if (judge.consumes()) {
                consuming.add(judge);
            } else {
                bench.hear(judge.name(), ask(judge, request));
            }
        }
        for (PluginDesk desk : plugins.values()) {
            if (desk.gates().contains(request.gate())) {
                asked = true;
                bench.hear(desk.name(), Ruling.of(desk.ask(request)));
            }
        }
        if (!asked) {
            bench.hear("engine", Ruling.deny(Reasons.NO_MODULE));
        }
        for (Judge judge : consuming) {
            if (bench.refusal(request.gate()).isEmpty()) {
                bench.hear(judge.name(), ask(judge, request));
            }
        }
    }

    /** Whether it watches the gate of the question; empty if it cannot even say that. */
    private static Optional<Boolean> watches(Judge judge, GateRequest request) {
        try {
            return Optional.of(judge.gates().contains(request.gate()));
        } catch (RuntimeException | LinkageError failure) {
            LOG.error("Policy module {} cannot say which gates it watches; denied", judge.name(), failure);
            return Optional.empty();
        }
    }

    /** The broad catch at the gate: whatever a built-in module throws is Deny. */
    private static Ruling ask(Judge judge, GateRequest request) {
        try {
            @Nullable Ruling ruling = judge.judge(request);
            return ruling == null ? Ruling.deny(Reasons.MODULE_SILENT) : ruling;
        } catch (Throwable failure) {
            LOG.error("Policy module {} failed at {}; denied", judge.name(), request.gate(), failure);
            return Ruling.deny(Reasons.MODULE_FAILED);
        }
    }

    private static Decision.Refused refused(GateRequest request, String reason) {
        return new Decision.Refused(request.gate(), reason, Optional.empty(), List.of(), Optional.empty());
    }

    /** Ends the threads of all policy plugins; every expected one is missing after. */
    @Override
    public void close() {
        setup = null;
        plugins.values().forEach(PluginDesk::close);
        plugins.clear();
    }
}
