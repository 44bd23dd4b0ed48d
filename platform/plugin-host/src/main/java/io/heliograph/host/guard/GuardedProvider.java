package io.heliograph.host.guard;

import io.heliograph.host.bytes.SpoolFile;
import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.Recipient;
import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.Permit;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.SpoolToken;
import io.heliograph.spi.http.HttpBody;
import io.heliograph.spi.http.HttpCall;
import io.heliograph.spi.http.HttpReply;
import io.heliograph.spi.provider.GenerationProvider;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Output;
import io.heliograph.spi.provider.Progress;
import io.heliograph.spi.provider.Quote;
import io.heliograph.spi.provider.QuoteRequest;
import io.heliograph.spi.provider.Reference;
import io.heliograph.spi.provider.RemoteJob;
import io.heliograph.spi.provider.Submission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An engine behind its guard. Errors of every method as in {@link InstanceGuard}. Safe for many threads. */
public final class GuardedProvider {
    private static final Duration ASK_LIMIT = Duration.ofSeconds(5);

    private final InstanceGuard guard;
    private final GenerationProvider provider;
    private final Optional<GuardedCanceller> canceller;
    private final Optional<GuardedLookup> lookup;
    private final Optional<GuardedWebhook> webhook;
    private final Optional<GuardedErasure> remoteErasure;

    /** Asks once for the abilities. */
    public GuardedProvider(InstanceGuard guard, GenerationProvider provider) throws PluginException {
        this.guard = guard;
        this.provider = provider;
        this.canceller = guard.manage(provider::canceller, ASK_LIMIT).map(one -> new GuardedCanceller(guard, one));
        this.lookup = guard.manage(provider::lookup, ASK_LIMIT).map(one -> new GuardedLookup(guard, one));
        this.webhook = guard.manage(provider::webhook, ASK_LIMIT).map(one -> new GuardedWebhook(guard, one));
        this.remoteErasure =
                guard.manage(provider::remoteErasure, ASK_LIMIT).map(one -> new GuardedErasure(guard, one));
    }

    /** {@link GenerationProvider#models}. */
    public List<ModelCard> models(Permit permit, CallTerms terms) throws PluginException {
        return guard.run(
                permit, SpiMethod.PROVIDER_MODELS, terms, (context, life) -> List.copyOf(provider.models(context)));
    }

    /** {@link GenerationProvider#quote}. */
    public Quote quote(Permit permit, QuoteRequest request, CallTerms terms) throws PluginException {
        return guard.run(permit, SpiMethod.PROVIDER_QUOTE, terms, (context, life) -> provider.quote(request, context));
    }

    /**
     * {@link GenerationProvider#submit}. Outputs that the answer names lie in the terms' spool; what it does not name is
     * gone.
     */
    public Submission submit(Permit permit, GenerationSpec spec, IdempotencyKey key, CallTerms terms)
            throws PluginException {
        return guard.run(permit, SpiMethod.PROVIDER_SUBMIT, terms, bytes(spec), (context, life) -> {
            Submission answer = provider.submit(guarded(spec, life), key, context);
            if (answer instanceof Submission.Completed done) {
                Answers.settle(done.results(), terms.spool());
            }
            return answer;
        });
    }

    /** {@link GenerationProvider#poll}. Outputs as with {@link #submit}. */
    public Progress poll(Permit permit, RemoteJob job, CallTerms terms) throws PluginException {
        return guard.run(permit, SpiMethod.PROVIDER_POLL, terms, job.token().length(), (context, life) -> {
            Progress answer = provider.poll(job, context);
            if (answer instanceof Progress.Done done) {
                Answers.settle(done.results(), terms.spool());
            }
            return answer;
        });
    }

    /** Downloads a result that the engine left at an address, through egress, into the terms' spool. */
    public SpoolFile download(Permit permit, Output.Remote output, CallTerms terms) throws PluginException {
        return guard.run(permit, SpiMethod.PROVIDER_DOWNLOAD, terms, (context, life) -> {
            HttpCall call = new HttpCall(
                    "GET",
                    output.address(),
                    output.headers(),
                    new HttpBody.None(),
                    terms.noProgress(),
                    terms.spool().limitBytes());
            try {
                SpoolToken token = terms.spool().write("application/octet-stream", sink -> {
                    HttpReply reply = guard.egress().open(life).send(call, new GuardedSink(sink, life));
                    if (!reply.isSuccess()) {
                        boolean expired = output.expires()
                                .map(until -> !until.isAfter(context.clock().instant()))
                                .orElse(false);
                        throw Answers.notDownloaded(reply.status(), expired);
                    }
                });
                return terms.spool().file(token).orElseThrow();
            } catch (IOException broken) {
                throw Answers.broken(broken);
            }
        });
    }

    private static GenerationSpec guarded(GenerationSpec spec, CallLife life) {
        List<Reference> references = spec.references().stream()
                .map(one -> new Reference(one.role(), new GuardedSource(one.bytes(), life)))
                .toList();
        return new GenerationSpec(
                spec.model(),
                spec.prompt(),
                spec.negativePrompt(),
                spec.options(),
                spec.seed(),
                spec.count(),
                references);
    }

    private static long bytes(GenerationSpec spec) {
        long text = spec.prompt().getBytes(StandardCharsets.UTF_8).length
                + (long) spec.negativePrompt().orElse("").getBytes(StandardCharsets.UTF_8).length;
        return text
                + spec.references().stream()
                        .mapToLong(one -> one.bytes().sizeBytes().orElse(0))
                        .sum();
    }

    /** Whether jobs can be cancelled at the vendor. */
    public Optional<GuardedCanceller> canceller() {
        return canceller;
    }

    /** Whether jobs can be found by our key. */
    public Optional<GuardedLookup> lookup() {
        return lookup;
    }

    /** Whether the vendor tells us. */
    public Optional<GuardedWebhook> webhook() {
        return webhook;
    }

    /** Whether the vendor can erase. */
    public Optional<GuardedErasure> remoteErasure() {
        return remoteErasure;
    }

    public InstanceId id() {
        return guard.id();
    }

    /** How long money is held when an answer was lost. */
    public Duration unknownHold() {
        return guard.config().unknownHold();
    }

    /** Whether what it is given stays with the operator. */
    public boolean isLocal() {
        return guard.isLocal();
    }

    /** Who gets what it is given. */
    public List<Recipient> recipients() {
        return guard.recipients();
    }

    /** Whether it works inside this process alone, so that a lost answer means that nothing happened elsewhere. */
    public boolean isInProcess() {
        return guard.isInProcess();
    }

    /** What its plugin declares: recipients, hosts, categories. */
    public Manifest manifest() {
        return guard.manifest();
    }

    /** Calls at once. */
    public int concurrency() {
        return guard.health().concurrency();
    }

    public InstanceHealth health() {
        return guard.health();
    }
}
