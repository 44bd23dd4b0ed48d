package io.heliograph.spi.provider;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.PluginException;
import java.util.List;
import java.util.Optional;

/**
 * One configured engine. The host calls it on threads of the instance's bounded pool, several at a time up to the
 * instance's concurrency limit, so it is safe for many threads. It learns nothing about the person (T1).
 */
public interface GenerationProvider extends AutoCloseable {
    /** What it can make now, with options and prices. Asked at start and from time to time. */
    List<ModelCard> models(CallContext context) throws PluginException;

    /** What a request would cost. Pure calculation: carries no prompt and makes no call. */
    Quote quote(QuoteRequest request, CallContext context) throws PluginException;

    /**
     * Starts, or does, the work. The same key stands for the same work: a vendor that supports idempotency gets it,
     * and a plugin that can tell does not do the work twice.
     */
    Submission submit(GenerationSpec spec, IdempotencyKey key, CallContext context) throws PluginException;

    /** How a remote job is. Called on a schedule; between calls no thread waits. */
    Progress poll(RemoteJob job, CallContext context) throws PluginException;

    /** Whether a remote job can be cancelled. */
    default Optional<JobCanceller> canceller() {
        return Optional.empty();
    }

    /** Whether a job can be found by our key after a lost answer. */
    default Optional<JobLookup> lookup() {
        return Optional.empty();
    }

    /** Whether the vendor tells us by webhook. */
    default Optional<VendorWebhook> webhook() {
        return Optional.empty();
    }

    /** Whether what the vendor keeps can be erased there. */
    default Optional<RemoteErasure> remoteErasure() {
        return Optional.empty();
    }

    /** Ends the instance; no call is running any more. */
    @Override
    void close();
}
