package io.heliograph.policy;

import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.policy.Gate;
import io.heliograph.spi.policy.GateInput;
import io.heliograph.spi.policy.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one policy plugin is asked: on a few platform threads of its own, with a time limit. A plugin that never comes
 * back uses its threads up, and from then on denies everything; nobody else notices.
 */
final class PluginDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginDesk.class);
    private static final int THREADS = 4;
    private static final int WAITING = 64;
    private static final long IDLE_SECONDS = 30;

    private final String name;
    private final PluginJudge judge;
    private final Pseudonyms pseudonyms;
    private final Set<Gate> gates;
    private final ThreadPoolExecutor threads;

    PluginDesk(String name, PluginJudge judge, Pseudonyms pseudonyms) {
        this.name = name;
        this.judge = judge;
        this.pseudonyms = pseudonyms;
        this.gates = Set.copyOf(judge.gates());
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("judge-" + name + "-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    String name() {
        return name;
    }

    Set<Gate> gates() {
        return gates;
    }

    /** The plugin's verdict; Deny for anything that is not one in time. */
    Verdict ask(GateRequest request) {
        GateInput input = input(request);
        Future<@Nullable Verdict> answer;
        try {
            answer = threads.submit(() -> judge.judge(new PolicyPermit(name), input));
        } catch (RejectedExecutionException full) {
            LOG.error("Policy plugin {} holds all its threads; denied at {}", name, request.gate());
            return Verdict.deny(Reasons.MODULE_SLOW);
        }
        try {
            @Nullable Verdict verdict = answer.get(PolicyEngine.JUDGE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return verdict == null ? Verdict.deny(Reasons.MODULE_SILENT) : verdict;
        } catch (TimeoutException slow) {
            LOG.error("Policy plugin {} gave no answer in {}; denied", name, PolicyEngine.JUDGE_LIMIT);
            return Verdict.deny(Reasons.MODULE_SLOW);
        } catch (ExecutionException failed) {
            LOG.error("Policy plugin {} failed at {}; denied", name, request.gate(), failed.getCause());
            return Verdict.deny(Reasons.MODULE_FAILED);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Verdict.deny(Reasons.MODULE_SLOW);
        } finally {
            answer.cancel(true);
        }
    }

    /** What a plugin may know: no personal fact, and names that stand for people and things. */
    private GateInput input(GateRequest request) {
        Map<String, Object> facts = new HashMap<>();
        request.facts().forEach((fact, value) -> {
            if (!fact.personal()) {
                facts.put(fact.name(), value);
            }
        });
        return new GateInput(
                request.gate(),
                request.purpose().word(),
                request.actor()
                        .principal()
                        .map(id -> pseudonyms.of(id.toString()))
                        .orElse(request.actor().word()),
                request.owner().map(id -> pseudonyms.of(id.toString())),
                request.object()
                        .map(object ->
                                object.kind() + ":" + pseudonyms.of(object.id().toString())),
                request.instance().map(InstanceId::value),
                facts);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
