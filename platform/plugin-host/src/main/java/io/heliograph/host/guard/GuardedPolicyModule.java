package io.heliograph.host.guard;

import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.PluginJudge;
import io.heliograph.policy.PolicyPermit;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.policy.Gate;
import io.heliograph.spi.policy.GateInput;
import io.heliograph.spi.policy.PolicyModule;
import io.heliograph.spi.policy.Verdict;
import java.time.Duration;
import java.util.Set;

/**
 * A policy module behind its guard, as the policy engine takes it. The engine asks on threads and with a time limit of
 * its own; the module gets no context, so it has neither network nor bytes.
 */
public final class GuardedPolicyModule implements PluginJudge {
    private static final Duration ASK_LIMIT = Duration.ofSeconds(5);

    private final InstanceGuard guard;
    private final PolicyModule module;
    private final ClassLoader loader;
    private final Set<Gate> gates;

    /** Asks once for the gates. */
    public GuardedPolicyModule(InstanceGuard guard, PolicyModule module) throws PluginException {
        this.guard = guard;
        this.module = module;
        this.loader = module.getClass().getClassLoader();
        this.gates = guard.manage(() -> Set.copyOf(module.gates()), ASK_LIMIT);
    }

    @Override
    public Set<Gate> gates() {
        return gates;
    }

    @Override
    public Verdict judge(PolicyPermit permit, GateInput input) {
        permit.check(guard.id().value());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return module.judge(input);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    public InstanceId id() {
        return guard.id();
    }
}
