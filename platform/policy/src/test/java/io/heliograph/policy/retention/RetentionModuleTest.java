package io.heliograph.policy.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Facts;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.Reasons;
import io.heliograph.policy.Ruling;
import io.heliograph.policy.SettableClock;
import io.heliograph.spi.policy.Obligation;
import io.heliograph.spi.policy.Verdict;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Commitment({"R1", "R2"})
class RetentionModuleTest {
    private final SettableClock clock = new SettableClock();
    private final RetentionModule module = new RetentionModule(
            clock,
            new RetentionPeriods(
                    Map.of(
                            DataCategory.RESULT, Keep.days(30),
                            DataCategory.ACCOUNT, Keep.withAccount()),
                    Map.of("gold", Map.of(DataCategory.RESULT, Keep.days(300)))));

    @Test
    void everythingKeptHasADeadlineByCategoryAndPlan() {
        assertThat(judge(DataCategory.RESULT, "default")).isEqualTo(until(30));
        assertThat(judge(DataCategory.RESULT, "gold")).isEqualTo(until(300));
        assertThat(judge(DataCategory.ACCOUNT, "gold")).isEqualTo(Ruling.allow());
    }

    @Test
    void aCategoryWithoutAPeriodIsNotKept() {
        assertThat(judge(DataCategory.SUPPORT, "default")).isEqualTo(Ruling.deny(Reasons.NO_PERIOD));
    }

    @Test
    void newPeriodsHoldFromNowOn() {
        module.reload(module.periods().with(DataCategory.RESULT, Keep.days(5)));
        assertThat(judge(DataCategory.RESULT, "default")).isEqualTo(until(5));
    }

    @Test
    void aFreshInstallationNamesAPeriodForEveryCategory() {
        assertThat(RetentionPeriods.defaults().byCategory()).containsOnlyKeys(DataCategory.values());
        assertThat(EraseRule.defaults()).containsOnlyKeys(DataCategory.values());
    }

    @Test
    void aPeriodIsPositive() {
        assertThatThrownBy(() -> Keep.days(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private Ruling judge(DataCategory category, String plan) {
        return module.judge(GateRequest.store(Purpose.GENERATION, Actor.system(), category)
                .fact(Facts.PLAN, plan)
                .build());
    }

    private Ruling until(int days) {
        String instant = clock.instant().plus(Duration.ofDays(days)).toString();
        return Ruling.of(Verdict.allow(Obligation.of(Obligation.Kind.DEADLINE, "until", instant)));
    }
}
