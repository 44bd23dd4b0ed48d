package io.heliograph.policy.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.kernel.Commitment;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Facts;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.RateLimitState;
import io.heliograph.policy.Reasons;
import io.heliograph.policy.Requests;
import io.heliograph.policy.Ruling;
import io.heliograph.policy.SettableClock;
import io.heliograph.policy.ratelimit.LimitRule.Per;
import io.heliograph.spi.policy.Gate;
import io.heliograph.spi.policy.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Commitment("U2")
class RateLimitModuleTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock();

    @Test
    void admitsAsMuchAsFitsAndSaysHowItStands() {
        RateLimitModule module = module(LimitRule.requests("sign-in", Per.ADDRESS, 2, MINUTE, Purpose.SIGN_IN));

        Ruling first = module.judge(signIn("192.0.2.1"));
        Ruling second = module.judge(signIn("192.0.2.1"));
        Ruling third = module.judge(signIn("192.0.2.1"));

        assertThat(first.limits()).containsExactly(new RateLimitState("sign-in", 2, 1, 60, 30));
        assertThat(second.limits()).containsExactly(new RateLimitState("sign-in", 2, 0, 60, 60));
        assertThat(third.verdict()).isEqualTo(new Verdict.RetryAfter(Duration.ofSeconds(30), Reasons.RATE_LIMITED));
        assertThat(third.limits()).containsExactly(new RateLimitState("sign-in", 2, 0, 60, 60));
        assertThat(module.judge(signIn("192.0.2.2")).verdict()).isEqualTo(Verdict.allow());
        clock.pass(Duration.ofSeconds(30));
        assertThat(module.judge(signIn("192.0.2.1")).verdict()).isEqualTo(Verdict.allow());
    }

    @Test
    void aRefusalTakesNothingFromOtherLimits() {
        RateLimitModule module = module(
                LimitRule.requests("wide", Per.ACCOUNT, 3, MINUTE),
                LimitRule.requests("narrow", Per.MODEL, 1, Duration.ofHours(1)));
        assertThat(module.judge(generation("a", 1)).verdict()).isEqualTo(Verdict.allow());
        for (int i = 0; i < 5; i++) {
            assertThat(module.judge(generation("a", 1)).verdict()).isInstanceOf(Verdict.RetryAfter.class);
        }
        assertThat(module.judge(generation("b", 1)).limits()).contains(new RateLimitState("wide", 3, 1, 60, 40));
    }

    @Test
    void weighsARequestByWhatItAsksFor() {
        RateLimitModule module = module(LimitRule.things("pictures", Per.ACCOUNT, 10, MINUTE, Purpose.GENERATION));
        assertThat(module.judge(generation("a", 8)).verdict()).isEqualTo(Verdict.allow());
        assertThat(module.judge(generation("a", 4)).verdict()).isInstanceOf(Verdict.RetryAfter.class);
        clock.pass(MINUTE);
        assertThat(module.judge(generation("a", 400)).verdict())
                .as("more than ever fits counts as all of it")
                .isEqualTo(Verdict.allow());
    }

    @Test
    void countsKeysInstancesAndPluginCallsApart() {
        RateLimitModule module = module(
                LimitRule.requests("key", Per.KEY, 1, MINUTE), LimitRule.calls("calls", Per.INSTANCE, 1, MINUTE));
        GateRequest byKey = GateRequest.admit(Purpose.VIEW, Actor.person(Requests.ANN))
                .fact(Facts.API_KEY, "k1")
                .build();
        GateRequest call = GateRequest.disclose(
                        Purpose.GENERATION, Actor.system(), Requests.ENGINE, "GenerationProvider.submit", Set.of())
                .build();
        for (GateRequest one : List.of(byKey, call)) {
            assertThat(module.judge(one).verdict()).isEqualTo(Verdict.allow());
            assertThat(module.judge(one).verdict()).isInstanceOf(Verdict.RetryAfter.class);
        }
    }

    @Test
    void nobodyWithoutAnAddressIsRefused() {
        GateRequest request =
                GateRequest.admit(Purpose.SIGN_IN, Actor.anonymous()).build();
        assertThat(module().judge(request)).isEqualTo(Ruling.deny(Reasons.FACT_MISSING));
    }

    @Test
    void otherLimitsHoldAtOnce() {
        RateLimitModule module = module(LimitRule.requests("sign-in", Per.ADDRESS, 1, MINUTE));
        module.judge(signIn("192.0.2.1"));
        assertThat(module.judge(signIn("192.0.2.1")).verdict()).isInstanceOf(Verdict.RetryAfter.class);
        module.reload(new RateLimits(List.of(LimitRule.requests("sign-in", Per.ADDRESS, 5, MINUTE))));
        assertThat(module.judge(signIn("192.0.2.1")).verdict()).isEqualTo(Verdict.allow());
    }

    @Test
    void countsExactlyUnderManyThreads() throws InterruptedException {
        RateLimitModule module = module(LimitRule.requests("sign-in", Per.ADDRESS, 50, Duration.ofHours(1)));
        AtomicInteger admitted = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(200);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.execute(() -> {
                    if (module.judge(signIn("192.0.2.9")).verdict() instanceof Verdict.Allow) {
                        admitted.incrementAndGet();
                    }
                    done.countDown();
                });
            }
            done.await();
        }
        assertThat(admitted).hasValue(50);
    }

    @Test
    void rendersTheHeadersOfTheDraft() {
        List<RateLimitState> states =
                List.of(new RateLimitState("address", 100, 99, 60, 1), new RateLimitState("key", 5, 0, 3600, 720));
        assertThat(RateLimitHeaders.policy(states)).isEqualTo("\"address\";q=100;w=60, \"key\";q=5;w=3600");
        assertThat(RateLimitHeaders.state(states)).isEqualTo("\"address\";r=99;t=1, \"key\";r=0;t=720");
        assertThat(RateLimitHeaders.state(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:DB8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8::1, 2001:db8:0:0::/64",
        "2001:0db8:0001:0002::1%eth0, 2001:db8:1:2::/64",
        "::1, 0:0:0:0::/64",
        "::2:3:4:5:6:7:8, 0:2:3:4::/64",
        "nonsense:here, nonsense:here",
    })
    void countsALineOnce(String address, String network) {
        assertThat(Addresses.network(address)).isEqualTo(network);
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        assertThatThrownBy(() -> LimitRule.requests("x", Per.KEY, 0, MINUTE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LimitRule("x", Gate.STORE, Per.KEY, Set.of(), 1, MINUTE, false))
                .isInstanceOf(IllegalArgumentException.class);
        LimitRule rule = LimitRule.requests("x", Per.KEY, 1, MINUTE);
        assertThatThrownBy(() -> new RateLimits(List.of(rule, rule))).isInstanceOf(IllegalArgumentException.class);
        assertThat(RateLimits.defaults().rules()).isNotEmpty();
    }

    private RateLimitModule module(LimitRule... rules) {
        return new RateLimitModule(new LocalBuckets(clock::nanos), new RateLimits(List.of(rules)));
    }

    private static GateRequest signIn(String address) {
        return GateRequest.admit(Purpose.SIGN_IN, Actor.anonymous())
                .fact(Facts.ADDRESS, address)
                .build();
    }

    private static GateRequest generation(String model, long count) {
        return GateRequest.admit(Purpose.GENERATION, Actor.person(Requests.ANN))
                .fact(Facts.MODEL, model)
                .fact(Facts.COUNT, count)
                .build();
    }
}
