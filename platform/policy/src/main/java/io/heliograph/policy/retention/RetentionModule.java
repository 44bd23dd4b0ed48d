package io.heliograph.policy.retention;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.policy.Facts;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.Judge;
import io.heliograph.policy.Reasons;
import io.heliograph.policy.Ruling;
import io.heliograph.spi.policy.Gate;
import io.heliograph.spi.policy.Obligation;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A deadline on everything that is kept, by data category and plan. Periods may change while the service runs: what is
 * kept from then on gets the new one, what is kept already keeps its own.
 */
@Commitment({"R1", "R2"})
public final class RetentionModule implements Judge {
    private final InstantSource clock;
    private volatile RetentionPeriods periods;

    /** Deadlines by these periods. */
    public RetentionModule(InstantSource clock, RetentionPeriods periods) {
        this.clock = clock;
        this.periods = periods;
    }

    /** Puts other periods into force. */
    public void reload(RetentionPeriods newPeriods) {
        periods = newPeriods;
    }

    /** The periods in force. */
    public RetentionPeriods periods() {
        return periods;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Set<Gate> gates() {
        return EnumSet.of(Gate.STORE);
    }

    @Override
    public Ruling judge(GateRequest request) {
        Optional<DataCategory> category = Facts.CATEGORY.in(request).map(DataCategory::valueOf);
        if (category.isEmpty()) {
            return Ruling.deny(Reasons.FACT_MISSING);
        }
        Optional<Keep> keep = periods.keep(category.get(), Facts.PLAN.in(request));
        if (keep.isEmpty()) {
            return Ruling.deny(Reasons.NO_PERIOD);
        }
        return switch (keep.get()) {
            case Keep.WithAccount _ -> Ruling.allow();
            case Keep.For(var period) ->
                Ruling.allow(Obligation.of(
                        Obligation.Kind.DEADLINE,
                        "until",
                        clock.instant().plus(period).toString()));
        };
    }
}
