package io.heliograph.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.testing.TestPolicy;
import io.heliograph.spi.policy.Gate;
import io.heliograph.spi.policy.GateInput;
import io.heliograph.spi.policy.Obligation;
import io.heliograph.spi.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyEngineTest {
    private final SettableClock clock = new SettableClock();

    @Test
    void denyBeatsRetryAfterBeatsAllow() {
        Ruling wait = Ruling.of(new Verdict.RetryAfter(Duration.ofSeconds(3), "later"));
        Ruling waitLonger = Ruling.of(new Verdict.RetryAfter(Duration.ofSeconds(9), "much-later"));

        assertThat(reason(Ruling.allow(), wait, waitLonger)).isEqualTo("much-later");
        assertThat(reason(wait, Ruling.deny("never"), Ruling.allow())).isEqualTo("never");
        assertThat(reason(Ruling.deny("first"), Ruling.deny("second"))).isEqualTo("first");
    }

    @Test
    void unitesDutiesAndKeepsTheEarliestDeadline() {
        Obligation seal = Obligation.of(Obligation.Kind.SEAL);
        Ruling one = Ruling.allow(seal, deadline("2027-01-01T00:00:00Z"));
        Ruling two = Ruling.allow(Obligation.of(Obligation.Kind.AUDIT), seal, deadline("2026-06-01T00:00:00Z"));

        Permit permit = engine(one, two).require(Requests.ordinary(Gate.STORE));

        assertThat(permit.obligations())
                .containsExactlyInAnyOrder(
                        seal, Obligation.of(Obligation.Kind.AUDIT), deadline("2026-06-01T00:00:00Z"));
        assertThat(permit.deadline()).hasValue(Instant.parse("2026-06-01T00:00:00Z"));
    }

    @Test
    void whoTakesTokensIsAskedOnlyIfNobodyRefused() {
        AtomicInteger asked = new AtomicInteger();
        Judge taker = new Judge() {
            @Override
            public String name() {
                return "taker";
            }

            @Override
            public Set<Gate> gates() {
                return EnumSet.of(Gate.ADMIT);
            }

            @Override
            public boolean consumes() {
                return true;
            }

            @Override
            public Ruling judge(GateRequest request) {
                asked.incrementAndGet();
                return new Ruling(Verdict.allow(), List.of(new RateLimitState("x", 5, 4, 60, 12)));
            }
        };
        PolicyEngine engine = new PolicyEngine(clock, _ -> OptionalLong.of(0));
        engine.load(PolicySetup.of(List.of(taker, rule(_ -> Ruling.deny("no")))));
        assertThat(engine.decide(Requests.ordinary(Gate.ADMIT))).isInstanceOf(Decision.Refused.class);
        assertThat(asked).hasValue(0);

        engine.load(PolicySetup.of(List.of(taker, rule(_ -> Ruling.allow()))));
        assertThat(engine.require(Requests.ordinary(Gate.ADMIT)).limits())
                .containsExactly(new RateLimitState("x", 5, 4, 60, 12));
        assertThat(asked).hasValue(1);
    }

    @Test
    void aGrantWhoseEpochHasMovedIsRevoked() {
        PolicyEngine engine = TestPolicy.allowing(clock, (EpochSource) _ -> OptionalLong.of(4));
        GateRequest.Builder ask = GateRequest.disclose(
                        Purpose.GENERATION, Actor.system(), Requests.ENGINE, "GenerationProvider.submit", Set.of())
                .owner(Requests.ANN);

        assertThat(engine.require(ask.grant(Requests.PICTURE, 4).build()).epoch())
                .hasValue(4);
        assertThatThrownBy(() -> engine.require(ask.grant(Requests.PICTURE, 3).build()))
                .isInstanceOfSatisfying(
                        PolicyDeniedException.class,
                        denied -> assertThat(denied.reason()).isEqualTo(Reasons.REVOKED));
    }

    @Test
    void aPluginSeesNoPersonAndNoPersonalFact() {
        List<GateInput> seen = new ArrayList<>();
        PolicyEngine engine = TestPolicy.allowing(clock);
        engine.install("curious", new PluginJudge() {
            @Override
            public Set<Gate> gates() {
                return EnumSet.allOf(Gate.class);
            }

            @Override
            public Verdict judge(PolicyPermit permit, GateInput input) {
                seen.add(input);
                return Verdict.allow();
            }
        });
        GateRequest request = GateRequest.admit(Purpose.GENERATION, Actor.person(Requests.ANN))
                .owner(Requests.ANN)
                .object(ObjectRef.account(Requests.ANN))
                .fact(Facts.ADDRESS, "192.0.2.7")
                .fact(Facts.MODEL, "draw-1")
                .build();

        engine.require(request);
        engine.require(request);

        assertThat(seen).hasSize(2);
        assertThat(seen.getFirst().toString())
                .doesNotContain(Requests.ANN.toString())
                .doesNotContain("192.0.2.7")
                .contains("draw-1");
        assertThat(seen.getFirst().actor()).isEqualTo(seen.getLast().actor());
        engine.close();
    }

    @Test
    void aPolicyPermitServesItsModuleOnce() {
        PolicyPermit other = new PolicyPermit("other");
        assertThatThrownBy(() -> other.check("mine")).isInstanceOf(IllegalStateException.class);
        PolicyPermit mine = new PolicyPermit("mine");
        mine.check("mine");
        assertThatThrownBy(() -> mine.check("mine")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "REVEAL, not-visible, NOT_FOUND",
        "REVEAL, unknown-object, NOT_FOUND",
        "REVEAL, module-failed, NOT_FOUND",
        "REVEAL, record-unavailable, UNAVAILABLE",
        "ERASE, not-owner, NOT_FOUND",
        "ERASE, legal-hold, POLICY_DENIED",
        "ADMIT, my-own-rule, POLICY_DENIED",
        "STORE, no-retention-period, POLICY_DENIED",
    })
    void missingAndForeignLookAlike(Gate gate, String reason, ProblemType type) {
        PolicyDeniedException denied = new PolicyDeniedException(gate, reason, null, List.of(), null);
        assertThat(denied.toProblem().type()).isEqualTo(type);
        assertThat(denied.toProblem()).hasCause(denied);
    }

    @Test
    void aLimitBecomesTooManyRequestsWithTheWait() {
        PolicyDeniedException denied =
                new PolicyDeniedException(Gate.ADMIT, Reasons.RATE_LIMITED, Duration.ofSeconds(7), List.of(), null);
        assertThat(denied.toProblem().type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThat(denied.toProblem().retryAfter()).hasValue(Duration.ofSeconds(7));
    }

    private String reason(Ruling... rulings) {
        Decision decision = engine(rulings).decide(Requests.ordinary(Gate.ADMIT));
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).reason();
    }

    private PolicyEngine engine(Ruling... rulings) {
        PolicyEngine engine = new PolicyEngine(clock, _ -> OptionalLong.of(0));
        engine.load(PolicySetup.of(
                List.of(rulings).stream().map(ruling -> rule(_ -> ruling)).toList()));
        return engine;
    }

    private static Obligation deadline(String until) {
        return Obligation.of(Obligation.Kind.DEADLINE, "until", until);
    }

    private static Judge rule(Function<GateRequest, Ruling> answer) {
        return new Judge() {
            @Override
            public String name() {
                return "rule";
            }

            @Override
            public Set<Gate> gates() {
                return EnumSet.allOf(Gate.class);
            }

            @Override
            public Ruling judge(GateRequest request) {
                return answer.apply(request);
            }
        };
    }
}
