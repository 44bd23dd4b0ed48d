package io.heliograph.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.kernel.ApiKeyId;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.EpochSource;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.PolicySetup;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.RateLimitState;
import io.heliograph.policy.ratelimit.LimitRule;
import io.heliograph.policy.ratelimit.LimitRule.Per;
import io.heliograph.policy.ratelimit.LocalBuckets;
import io.heliograph.policy.ratelimit.RateLimitModule;
import io.heliograph.policy.ratelimit.RateLimits;
import io.heliograph.web.edge.Caller;
import io.heliograph.web.edge.ClientFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** ADMIT as the web asks it, on the real engine with real limits. */
@Commitment("U2")
class PolicyAdmissionTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Ids ids = new Ids(InstantSource.system());
    private final PolicyEngine engine = new PolicyEngine(CLOCK, EpochSource.byKind(Map.of()));
    private final PolicyAdmission admission = new PolicyAdmission(engine);

    @AfterEach
    void close() {
        engine.close();
    }

    private void limits(LimitRule... rules) {
        engine.load(PolicySetup.of(
                List.of(new RateLimitModule(new LocalBuckets(() -> 0L), new RateLimits(List.of(rules))))));
    }

    private static ClientFacts from(String address) {
        return new ClientFacts(address, true, false, "https://pictures.example.org", "Firefox on Linux");
    }

    private Caller.Program program(PrincipalId owner) {
        return new Caller.Program(owner, new ApiKeyId(ids.next()), "user", Set.of(), Optional.empty());
    }

    @Test
    void anAddressThatAsksTooOftenWaitsAndAnotherOneDoesNot() {
        limits(LimitRule.requests("sign-in", Per.ADDRESS, 2, MINUTE, Purpose.SIGN_IN));
        Caller nobody = new Caller.Anonymous();
        assertThat(admission.admit(Purpose.SIGN_IN, nobody, from("192.0.2.1")))
                .containsExactly(new RateLimitState("sign-in", 2, 1, 60, 30));
        admission.admit(Purpose.SIGN_IN, nobody, from("192.0.2.1"));
        assertThatThrownBy(() -> admission.admit(Purpose.SIGN_IN, nobody, from("192.0.2.1")))
                .isInstanceOfSatisfying(PolicyDeniedException.class, denied -> {
                    assertThat(denied.retryAfter()).hasValue(Duration.ofSeconds(30));
                    assertThat(denied.toProblem().type().slug()).isEqualTo("too-many-requests");
                });
        assertThat(admission.admit(Purpose.SIGN_IN, nobody, from("192.0.2.2"))).hasSize(1);
        assertThat(admission.admit(Purpose.VIEW, nobody, from("192.0.2.1"))).isEmpty();
    }

    @Test
    void whereNobodyCanBeCountedNobodyIsLetIn() {
        limits(LimitRule.requests("address", Per.ADDRESS, 2, MINUTE));
        assertThatThrownBy(() -> admission.admit(Purpose.VIEW, new Caller.Anonymous(), from("")))
                .isInstanceOf(PolicyDeniedException.class);
    }

    @Test
    void eachKeyIsCountedByItselfWhateverItsAddress() {
        limits(LimitRule.requests("key", Per.KEY, 1, MINUTE));
        PrincipalId ada = new PrincipalId(ids.next());
        Caller.Program one = program(ada);
        admission.admit(Purpose.VIEW, one, from("192.0.2.1"));
        assertThatThrownBy(() -> admission.admit(Purpose.VIEW, one, from("192.0.2.9")))
                .isInstanceOf(PolicyDeniedException.class);
        assertThat(admission.admit(Purpose.VIEW, program(ada), from("192.0.2.1")))
                .hasSize(1);
    }

    @Test
    void withoutRulesLoadedNothingIsAdmitted() {
        assertThatThrownBy(() -> admission.admit(Purpose.VIEW, new Caller.Anonymous(), from("192.0.2.1")))
                .isInstanceOf(PolicyDeniedException.class);
    }
}
