package io.heliograph.policy.rules;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.heliograph.policy.Fact;
import io.heliograph.policy.Facts;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.Judge;
import io.heliograph.policy.ObjectRef;
import io.heliograph.policy.Ruling;
import io.heliograph.spi.policy.Gate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The operator's rules as a module. A fact that was not told has its type's empty value: no text, nought, false. The first
 * rule that holds denies, with its name as the reason; a rule that fails while it runs denies too.
 */
public final class OperatorRules implements Judge {
    private final List<Compiled> rules;
    private final Set<Gate> gates;

    OperatorRules(List<Compiled> rules) {
        this.rules = List.copyOf(rules);
        Set<Gate> all = EnumSet.noneOf(Gate.class);
        rules.forEach(one -> all.addAll(one.rule().gates()));
        this.gates = Set.copyOf(all);
    }

    @Override
    public String name() {
        return "operator-rules";
    }

    /** The gates its rules name; none without rules, so that it never stands in for a missing module. */
    @Override
    public Set<Gate> gates() {
        return gates;
    }

    @Override
    public Ruling judge(GateRequest request) {
        Map<String, Object> variables = variables(request);
        for (Compiled one : rules) {
            if (!one.concerns(request)) {
                continue;
            }
            try {
                if (!Boolean.FALSE.equals(one.program().eval(variables))) {
                    return Ruling.deny(one.rule().name());
                }
            } catch (CelEvaluationException failure) {
                throw new IllegalStateException("rule " + one.rule().name() + " failed", failure);
            }
        }
        return Ruling.allow();
    }

    private static Map<String, Object> variables(GateRequest request) {
        Map<String, Object> all = new HashMap<>();
        for (Fact<?> fact : Facts.all()) {
            all.put(fact.name(), empty(fact));
        }
        request.facts().forEach((fact, value) -> all.put(fact.name(), value));
        request.instance().ifPresent(instance -> all.put(Facts.INSTANCE.name(), instance.value()));
        all.put("gate", request.gate().name());
        all.put("purpose", request.purpose().word());
        all.put("actor", request.actor().word());
        all.put(
                "is_owner",
                request.owner().isPresent()
                        && request.owner().equals(request.actor().principal()));
        all.put("object_kind", request.object().map(ObjectRef::kind).orElse(""));
        all.put("method", request.method().orElse(""));
        return all;
    }

    private static Object empty(Fact<?> fact) {
        if (fact.type() == Long.class) {
            return 0L;
        }
        if (fact.type() == Double.class) {
            return 0.0;
        }
        return fact.type() == Boolean.class ? false : "";
    }

    /** A rule and its program. */
    record Compiled(OperatorRule rule, CelRuntime.Program program) {
        boolean concerns(GateRequest request) {
            return rule.gates().contains(request.gate())
                    && (rule.purposes().isEmpty() || rule.purposes().contains(request.purpose()));
        }
    }
}
