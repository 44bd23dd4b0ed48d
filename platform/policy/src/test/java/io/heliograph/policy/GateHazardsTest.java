package io.heliograph.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.kernel.Commitment;
import io.heliograph.spi.policy.Gate;
import io.heliograph.spi.policy.GateInput;
import io.heliograph.spi.policy.Obligation;
import io.heliograph.spi.policy.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The one table: whatever is not an answer is Deny, at every gate. */
@Commitment({"V1", "T1", "U2"})
class GateHazardsTest {
    private static final Set<Gate> ALL = EnumSet.allOf(Gate.class);

    /** In which of five ways there is no answer. */
    enum Word {
        ABSENT,
        UNKNOWN,
        THROWN,
        SLOW,
        NOT_LOADED
    }

    @SuppressWarnings("ImmutableEnumChecker") // the functions close over nothing
    enum Hazard {
        NOTHING_LOADED(Word.NOT_LOADED, Reasons.NOT_LOADED, _ -> engine()),
        CLOSED(Word.NOT_LOADED, Reasons.NOT_LOADED, gate -> {
            PolicyEngine engine = loaded(judge(gate, _ -> Ruling.allow()));
            engine.close();
            return engine;
        }),
        NO_MODULE_AT_ALL(Word.ABSENT, Reasons.NO_MODULE, _ -> loaded()),
        NO_MODULE_AT_THIS_GATE(
                Word.ABSENT,
                Reasons.NO_MODULE,
                gate -> loaded(new Fixed("elsewhere", EnumSet.complementOf(EnumSet.of(gate)), _ -> Ruling.allow()))),
        UNKNOWN_PURPOSE(Word.UNKNOWN, Reasons.UNKNOWN_PURPOSE, gate -> {
            PolicyEngine engine = engine();
            engine.load(new PolicySetup(List.of(judge(gate, _ -> Ruling.allow())), Set.of(), Set.of()));
            return engine;
        }),
        UNKNOWN_OBJECT(Word.UNKNOWN, Reasons.UNKNOWN_OBJECT, gate -> {
            PolicyEngine engine = new PolicyEngine(InstantSource.system(), _ -> OptionalLong.empty());
            engine.load(PolicySetup.of(List.of(judge(gate, _ -> Ruling.allow()))));
            return engine;
        }),
        RECORD_AWAY(Word.ABSENT, Reasons.RECORD_UNAVAILABLE, gate -> {
            PolicyEngine engine = new PolicyEngine(InstantSource.system(), _ -> {
                throw new IllegalStateException("away");
            });
            engine.load(PolicySetup.of(List.of(judge(gate, _ -> Ruling.allow()))));
            return engine;
        }),
        MODULE_THROWS(
                Word.THROWN,
                Reasons.MODULE_FAILED,
                gate -> besideAnAllow(gate, _ -> {
                    throw new IllegalArgumentException("broken");
                })),
        MODULE_CANNOT_SAY_ITS_GATES(
                Word.THROWN, Reasons.MODULE_FAILED, gate -> loaded(judge(gate, _ -> Ruling.allow()), new Gateless())),
        MODULE_RECURSES(Word.THROWN, Reasons.MODULE_FAILED, gate -> besideAnAllow(gate, GateHazardsTest::forever)),
        MODULE_SAYS_NOTHING(Word.UNKNOWN, Reasons.MODULE_SILENT, gate -> besideAnAllow(gate, _ -> nothing())),
        PLUGIN_NOT_LOADED(Word.NOT_LOADED, Reasons.MODULE_NOT_LOADED, gate -> {
            PolicyEngine engine = engine();
            engine.load(
                    PolicySetup.of(List.of(judge(gate, _ -> Ruling.allow()))).expecting(Set.of("strict")));
            return engine;
        }),
        PLUGIN_UNLOADED(Word.NOT_LOADED, Reasons.MODULE_NOT_LOADED, gate -> {
            PolicyEngine engine = engine();
            engine.load(
                    PolicySetup.of(List.of(judge(gate, _ -> Ruling.allow()))).expecting(Set.of("strict")));
            engine.install("strict", plugin((_, _) -> Verdict.allow()));
            engine.uninstall("strict");
            return engine;
        }),
        PLUGIN_THROWS(
                Word.THROWN,
                Reasons.MODULE_FAILED,
                gate -> withPlugin(gate, (_, _) -> {
                    throw new IOException("broken");
                })),
        PLUGIN_LACKS_A_CLASS(
                Word.THROWN,
                Reasons.MODULE_FAILED,
                gate -> withPlugin(gate, (_, _) -> {
                    throw new NoClassDefFoundError("gone");
                })),
        PLUGIN_SAYS_NOTHING(Word.UNKNOWN, Reasons.MODULE_SILENT, gate -> withPlugin(gate, (_, _) -> null)),
        PLUGIN_HANGS(
                Word.SLOW,
                Reasons.MODULE_SLOW,
                gate -> withPlugin(gate, (_, _) -> {
                    new CountDownLatch(1).await();
                    return Verdict.allow();
                })),
        PLUGIN_SPINS(
                Word.SLOW,
                Reasons.MODULE_SLOW,
                gate -> withPlugin(gate, (_, _) -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    return Verdict.allow();
                })),
        PLUGIN_HAS_NO_THREAD_LEFT(Word.SLOW, Reasons.MODULE_SLOW, GateHazardsTest::exhausted),
        PLUGIN_ASKS_TO_WAIT_FOR_LESS_THAN_NOTHING(
                Word.UNKNOWN,
                Reasons.MODULE_FAILED,
                gate -> withPlugin(gate, (_, _) -> new Verdict.RetryAfter(Duration.ofSeconds(-1), "soon"))),
        PLUGIN_SETS_A_DEADLINE_THAT_IS_NONE(
                Word.UNKNOWN,
                Reasons.MODULE_FAILED,
                gate -> withPlugin(
                        gate, (_, _) -> Verdict.allow(Obligation.of(Obligation.Kind.DEADLINE, "until", "soon"))));

        final Word word;
        final String reason;
        final Function<Gate, PolicyEngine> world;

        Hazard(Word word, String reason, Function<Gate, PolicyEngine> world) {
            this.word = word;
            this.reason = reason;
            this.world = world;
        }
    }

    static Stream<Arguments> table() {
        return Arrays.stream(Gate.values())
                .flatMap(gate -> Arrays.stream(Hazard.values()).map(hazard -> Arguments.of(gate, hazard)));
    }

    @Test
    void theTableKnowsEachWayOfNotAnsweringAtEachOfTheFiveGates() {
        assertThat(Gate.values()).hasSize(5);
        assertThat(Arrays.stream(Hazard.values()).map(hazard -> hazard.word)).contains(Word.values());
        assertThat(table()).hasSize(Gate.values().length * Hazard.values().length);
    }

    @ParameterizedTest
    @MethodSource("table")
    void denies(Gate gate, Hazard hazard) {
        try (PolicyEngine engine = hazard.world.apply(gate)) {
            GateRequest request = withObject(gate);

            Decision decision = engine.decide(request);

            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Decision.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(hazard.reason));
        }
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void grantsWhereEverybodyAnswers(Gate gate) {
        try (PolicyEngine engine = withPlugin(gate, (_, _) -> Verdict.allow())) {
            assertThat(engine.decide(withObject(gate))).isInstanceOf(Decision.Granted.class);
        }
    }

    @Test
    void aPluginThatSpinsUsesUpItsOwnThreadsOnly() {
        CountDownLatch never = new CountDownLatch(1);
        try (PolicyEngine engine = withPlugin(Gate.ADMIT, (_, input) -> {
            while (input.gate() == Gate.ADMIT && never.getCount() > 0) {
                Thread.onSpinWait();
            }
            return Verdict.allow();
        })) {
            for (int i = 0; i < 6; i++) {
                assertThat(engine.decide(withObject(Gate.ADMIT))).isInstanceOf(Decision.Refused.class);
            }
            engine.uninstall("strict");
            engine.load(PolicySetup.of(List.of(judge(Gate.ADMIT, _ -> Ruling.allow()))));
            assertThat(engine.decide(withObject(Gate.ADMIT))).isInstanceOf(Decision.Granted.class);
        } finally {
            never.countDown();
        }
    }

    private static GateRequest withObject(Gate gate) {
        GateRequest plain = Requests.ordinary(gate);
        return new GateRequest(
                plain.gate(),
                plain.purpose(),
                plain.actor(),
                plain.owner(),
                Optional.of(Requests.PICTURE),
                OptionalLong.empty(),
                plain.instance(),
                plain.method(),
                plain.facts());
    }

    private static PolicyEngine engine() {
        return new PolicyEngine(InstantSource.system(), _ -> OptionalLong.of(1));
    }

    private static PolicyEngine loaded(Judge... judges) {
        PolicyEngine engine = engine();
        engine.load(PolicySetup.of(List.of(judges)));
        return engine;
    }

    private static PolicyEngine besideAnAllow(Gate gate, Function<GateRequest, Ruling> rule) {
        return loaded(judge(gate, _ -> Ruling.allow()), judge(gate, rule));
    }

    private static PolicyEngine withPlugin(Gate gate, Answer answer) {
        PolicyEngine engine = loaded(judge(gate, _ -> Ruling.allow()));
        engine.install("strict", plugin(answer));
        return engine;
    }

    /** A plugin of which earlier questions hold every thread, and no interruption frees them. */
    private static PolicyEngine exhausted(Gate gate) {
        CountDownLatch never = new CountDownLatch(1);
        PolicyEngine engine = withPlugin(gate, (_, _) -> {
            boolean waiting = true;
            while (waiting) {
                try {
                    never.await();
                    waiting = false;
                } catch (InterruptedException deaf) {
                    waiting = never.getCount() > 0;
                }
            }
            return Verdict.allow();
        });
        for (int i = 0; i < 4; i++) {
            engine.decide(withObject(gate));
        }
        return engine;
    }

    private static Judge judge(Gate gate, Function<GateRequest, Ruling> rule) {
        return new Fixed("fixed", EnumSet.of(gate), rule);
    }

    @SuppressWarnings("InfiniteRecursion") // a module that never ends is what is tested
    private static Ruling forever(GateRequest request) {
        return Ruling.of(forever(request).verdict());
    }

    @SuppressWarnings("NullAway") // a module that breaks its promise is what is tested
    private static Ruling nothing() {
        return null;
    }

    private static PluginJudge plugin(Answer answer) {
        return new PluginJudge() {
            @Override
            public Set<Gate> gates() {
                return ALL;
            }

            @Override
            public @Nullable Verdict judge(PolicyPermit permit, GateInput input) throws Exception {
                permit.check("strict");
                return answer.to(permit, input);
            }
        };
    }

    private interface Answer {
        @Nullable
        Verdict to(PolicyPermit permit, GateInput input) throws Exception;
    }

    private record Gateless() implements Judge {
        @Override
        public String name() {
            return "gateless";
        }

        @Override
        public Set<Gate> gates() {
            throw new IllegalStateException("broken");
        }

        @Override
        public Ruling judge(GateRequest request) {
            return Ruling.allow();
        }
    }

    private record Fixed(String name, Set<Gate> gates, Function<GateRequest, Ruling> rule) implements Judge {
        @Override
        public Ruling judge(GateRequest request) {
            return rule.apply(request);
        }
    }
}
