package io.heliograph.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.policy.Actor;
import io.heliograph.policy.Facts;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.Requests;
import io.heliograph.policy.Ruling;
import io.heliograph.spi.policy.Gate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperatorRulesTest {
    private final RuleCompiler compiler = new RuleCompiler();

    @Test
    void deniesWhereTheRuleHolds() throws BadRulesException {
        OperatorRules rules = compiler.compile(
                List.of(rule("no-video-for-free", "media == 'video' && plan == 'free' && width * height > 100")));

        assertThat(rules.judge(video("free"))).isEqualTo(Ruling.deny("no-video-for-free"));
        assertThat(rules.judge(video("gold"))).isEqualTo(Ruling.allow());
        assertThat(rules.gates()).containsExactly(Gate.ADMIT);
    }

    @Test
    void aFactThatWasNotToldIsEmpty() throws BadRulesException {
        OperatorRules rules = compiler.compile(
                List.of(rule("odd", "model == '' && bytes == 0 && !share_grant && actor == 'person' && is_owner")));
        assertThat(rules.judge(GateRequest.admit(Purpose.VIEW, Actor.person(Requests.ANN))
                        .owner(Requests.ANN)
                        .build()))
                .isEqualTo(Ruling.deny("odd"));
    }

    @Test
    void concernsItsPurposesOnly() throws BadRulesException {
        OperatorRules rules = compiler.compile(
                List.of(new OperatorRule("closed", Set.of(Gate.ADMIT), Set.of(Purpose.SIGN_UP), "true")));
        assertThat(rules.judge(video("free"))).isEqualTo(Ruling.allow());
    }

    @Test
    void aRuleThatFailsWhileItRunsDoesNotAllow() throws BadRulesException {
        OperatorRules rules = compiler.compile(List.of(rule("divides", "1000 / bytes > 3")));
        assertThatThrownBy(() -> rules.judge(video("free"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tellsAllProblemsWithPlaceAndNearestName() {
        assertThatThrownBy(() -> compiler.compile(List.of(
                        rule("typo", "plan == 'free' &&\n  modle == 'x'"),
                        rule("not-a-question", "width + 1"),
                        rule("broken", "plan == "),
                        rule("fine", "true"))))
                .isInstanceOfSatisfying(BadRulesException.class, bad -> {
                    assertThat(bad.problems())
                            .extracting(RuleProblem::rule)
                            .containsExactly("typo", "not-a-question", "broken");
                    RuleProblem typo = bad.problems().getFirst();
                    assertThat(typo.line()).isEqualTo(2);
                    assertThat(typo.column()).isEqualTo(3);
                    assertThat(typo.nearest()).isEqualTo(Optional.of("model"));
                    assertThat(typo.toString()).contains("rule typo, line 2, column 3", "did you mean model?");
                });
    }

    @Test
    void withoutRulesItStandsAtNoGate() throws BadRulesException {
        assertThat(compiler.compile(List.of()).gates()).isEmpty();
    }

    @Test
    void everyNameHasAMeaning() {
        assertThat(RuleCompiler.vocabulary()).containsKeys("gate", "purpose", "model", "plan", "address");
        assertThat(RuleCompiler.vocabulary().values()).noneMatch(String::isBlank);
    }

    private static OperatorRule rule(String name, String when) {
        return new OperatorRule(name, Set.of(Gate.ADMIT), Set.of(), when);
    }

    private static GateRequest video(String plan) {
        return GateRequest.admit(Purpose.GENERATION, Actor.person(Requests.ANN))
                .fact(Facts.MEDIA, "video")
                .fact(Facts.PLAN, plan)
                .fact(Facts.WIDTH, 64L)
                .fact(Facts.HEIGHT, 64L)
                .build();
    }
}
