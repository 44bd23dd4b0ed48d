package io.heliograph.core.generation;

import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.ProgressReport;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.JobCanceller;
import io.heliograph.spi.provider.JobLookup;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Quote;
import io.heliograph.spi.provider.QuoteRequest;
import io.heliograph.spi.provider.RemoteErasure;
import io.heliograph.spi.provider.RemoteJob;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An instance of a provider as the queue needs it: each call with its permit, its time and its room. Calls block; failures
 * are {@link PluginException}s and {@link io.heliograph.policy.PolicyDeniedException}s, the latter before anything left.
 */
interface Engine {
    EngineView view();

    /** Whether it works inside this process alone, so that a call that was lost did nothing elsewhere. */
    boolean inProcess();

    /** Jobs it may have at once, on all nodes. */
    int concurrency();

    /** How long money is held when an answer was lost. */
    Duration unknownHold();

    /** Stable code of why it cannot be used now. */
    Optional<String> unavailable();

    /** Whether a remote job can be stopped. */
    boolean cancels();

    /** Whether a job can be found by our key. */
    boolean looksUp();

    List<ModelCard> models() throws PluginException;

    Quote quote(QuoteRequest request) throws PluginException;

    Answer submit(Call call, GenerationSpec spec, IdempotencyKey key) throws PluginException;

    Answer poll(Call call, RemoteJob job) throws PluginException;

    JobCanceller.Outcome cancel(Call call, RemoteJob job) throws PluginException;

    JobLookup.Finding find(Call call, IdempotencyKey key) throws PluginException;

    /** Asks the vendor to erase; empty where it has no such ability. Needs no running job. */
    Optional<RemoteErasure.Outcome> erase(Grant grant, RemoteJob job) throws PluginException;

    /** Downloads one output into the spool. */
    Made.Kept fetch(Call call, Made.Away output) throws PluginException;

    /** All instances of providers. */
    interface Engines {
        List<Engine> all();

        /** Empty when no such instance is configured and loaded. */
        Optional<Engine> find(InstanceId instance);
    }

    /**
     * What goes along with a call.
     *
     * @param spoolKey of the job, for what the engine pushes
     * @param total the call's deadline
     * @param progress told on the engine's thread; must be cheap
     */
    record Call(
            Grant grant,
            byte[] spoolKey,
            int maxOutputs,
            Duration total,
            Stop stop,
            Consumer<ProgressReport> progress) {
        @Override
        public String toString() {
            return "Call[" + grant.job() + "]";
        }
    }
}
