package io.heliograph.policy;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Leave to ask one policy plugin for one verdict: no network, no content, {@link PolicyEngine#JUDGE_LIMIT} of time. Only
 * the engine makes one, so a policy plugin is asked at a gate and nowhere else.
 */
public final class PolicyPermit {
    private final String module;
    private final AtomicBoolean used = new AtomicBoolean();

    PolicyPermit(String module) {
        this.module = module;
    }

    /**
     * Shown by the guard of {@code name} before it calls {@code judge}.
     *
     * @throws IllegalStateException if it was given for another module or was shown before
     */
    public void check(String name) {
        if (!module.equals(name) || !used.compareAndSet(false, true)) {
            throw new IllegalStateException("policy permit of " + module + " shown for " + name + " or shown twice");
        }
    }
}
