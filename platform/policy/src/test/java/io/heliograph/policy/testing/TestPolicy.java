package io.heliograph.policy.testing;

import io.heliograph.policy.EpochSource;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.Judge;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.PolicySetup;
import io.heliograph.policy.Ruling;
import io.heliograph.spi.policy.Gate;
import io.heliograph.spi.policy.Obligation;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Real engines with rules of a test's own making. */
public final class TestPolicy {
    private TestPolicy() {}

    /** An engine that allows everything at every gate with these duties; every object exists and has epoch 0. */
    public static PolicyEngine allowing(InstantSource clock, Obligation... obligations) {
        return judging(clock, _ -> OptionalLong.of(0), _ -> Ruling.allow(obligations));
    }

    /** An engine that allows everything as long as {@code epochs} knows the object. */
    public static PolicyEngine allowing(InstantSource clock, EpochSource epochs) {
        return judging(clock, epochs, _ -> Ruling.allow());
    }

    /** An engine with one rule at every gate. */
    public static PolicyEngine judging(InstantSource clock, EpochSource epochs, Function<GateRequest, Ruling> rule) {
        PolicyEngine engine = new PolicyEngine(clock, epochs);
        engine.load(PolicySetup.of(List.of(new Rule(rule))));
        return engine;
    }

    private record Rule(Function<GateRequest, Ruling> rule) implements Judge {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public Set<Gate> gates() {
            return EnumSet.allOf(Gate.class);
        }

        @Override
        public Ruling judge(GateRequest request) {
            return rule.apply(request);
        }
    }
}
