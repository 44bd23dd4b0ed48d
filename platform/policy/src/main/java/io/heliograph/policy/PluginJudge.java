package io.heliograph.policy;

import io.heliograph.spi.policy.Gate;
import io.heliograph.spi.policy.GateInput;
import io.heliograph.spi.policy.Verdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A policy plugin's instance behind its guard, as the host hands it to the engine. */
public interface PluginJudge {
    /** The gates it wants to be asked at; read once, when it is installed. */
    Set<Gate> gates();

    /**
     * Its answer. The engine calls it on a thread of its own and waits {@link PolicyEngine#JUDGE_LIMIT}; then it
     * interrupts the thread.
     *
     * @return null, as anything that is not an answer, means Deny
     */
    @Nullable
    Verdict judge(PolicyPermit permit, GateInput input) throws Exception;
}
