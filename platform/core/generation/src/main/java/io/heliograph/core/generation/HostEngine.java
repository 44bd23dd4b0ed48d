package io.heliograph.core.generation;

import io.heliograph.host.bytes.JobSpool;
import io.heliograph.host.bytes.SpoolFile;
import io.heliograph.host.bytes.SpoolKey;
import io.heliograph.host.config.Manifest;
import io.heliograph.host.guard.CallTerms;
import io.heliograph.host.guard.CancelSource;
import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.host.guard.InstanceHealth;
import io.heliograph.host.guard.SpiMethod;
import io.heliograph.kernel.DataCategory;
import io.heliograph.policy.Actor;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.ObjectRef;
import io.heliograph.policy.Permit;
import io.heliograph.policy.Purpose;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.JobCanceller;
import io.heliograph.spi.provider.JobLookup;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Output;
import io.heliograph.spi.provider.Progress;
import io.heliograph.spi.provider.Quote;
import io.heliograph.spi.provider.QuoteRequest;
import io.heliograph.spi.provider.RemoteErasure;
import io.heliograph.spi.provider.RemoteJob;
import io.heliograph.spi.provider.Results;
import io.heliograph.spi.provider.Submission;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One provider behind its guard: a permit for each call, minted from the job's row. */
final class HostEngine implements Engine {
    private static final Duration ASK = Duration.ofSeconds(20);
    private static final Duration SHORT_CALL = Duration.ofMinutes(1);
    private static final Duration STANDING_STILL = Duration.ofMinutes(10);
    private static final Duration NO_BYTE = Duration.ofMinutes(1);
    private static final long MOST_BYTES = 1L << 30;

    private final GuardedProvider provider;
    private final HostEngines.Shared shared;

    HostEngine(GuardedProvider provider, HostEngines.Shared shared) {
        this.provider = provider;
        this.shared = shared;
    }

    /** The same running instance: one that was made anew is another engine. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HostEngine engine && engine.provider == provider;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(provider);
    }

    @Override
    public EngineView view() {
        Manifest manifest = provider.manifest();
        return new EngineView(
                provider.id(),
                manifest.id(),
                manifest.title(),
                provider.isLocal(),
                provider.recipients().stream().map(RecipientView::of).toList(),
                provider.remoteErasure().isPresent());
    }

    @Override
    public boolean inProcess() {
        return provider.isInProcess();
    }

    @Override
    public int concurrency() {
        return provider.concurrency();
    }

    @Override
    public Duration unknownHold() {
        return provider.unknownHold();
    }

    /** Threads that never came back, or a vendor that is away and not to be tried yet. */
    @Override
    public Optional<String> unavailable() {
        InstanceHealth health = provider.health();
        if (health.stuck() >= health.concurrency()) {
            return Optional.of("stuck");
        }
        boolean resting = health.restsUntil()
                .map(until -> until.isAfter(shared.clock().instant()))
                .orElse(false);
        return resting ? Optional.of("not-answering") : Optional.empty();
    }

    @Override
    public boolean cancels() {
        return provider.canceller().isPresent();
    }

    @Override
    public boolean looksUp() {
        return provider.lookup().isPresent();
    }

    @Override
    public List<ModelCard> models() throws PluginException {
        Permit permit = require(question(Purpose.CATALOGUE, SpiMethod.PROVIDER_MODELS, Set.of()));
        return provider.models(permit, CallTerms.within(ASK));
    }

    @Override
    public Quote quote(QuoteRequest request) throws PluginException {
        Permit permit = require(question(Purpose.CATALOGUE, SpiMethod.PROVIDER_QUOTE, Set.of()));
        return provider.quote(permit, request, CallTerms.within(ASK));
    }

    @Override
    public Answer submit(Call call, GenerationSpec spec, IdempotencyKey key) throws PluginException {
        Set<DataCategory> leaving = spec.references().isEmpty()
                ? Set.of(DataCategory.PROMPT)
                : Set.of(DataCategory.PROMPT, DataCategory.UPLOAD);
        JobSpool spool = spool(call);
        Permit permit = require(ofJob(question(Purpose.GENERATION, SpiMethod.PROVIDER_SUBMIT, leaving), call.grant()));
        Submission answer = provider.submit(
                permit, spec, key, terms(call, call.total(), STANDING_STILL).withSpool(spool));
        return switch (answer) {
            case Submission.Completed done -> new Answer.Done(outputs(call, done.results(), spool));
            case Submission.Accepted accepted -> new Answer.Accepted(accepted.job(), accepted.pollAfter());
        };
    }

    @Override
    public Answer poll(Call call, RemoteJob job) throws PluginException {
        JobSpool spool = spool(call);
        Permit permit = require(ofJob(question(Purpose.GENERATION, SpiMethod.PROVIDER_POLL, Set.of()), call.grant()));
        Progress answer =
                provider.poll(permit, job, terms(call, call.total(), NO_BYTE).withSpool(spool));
        return switch (answer) {
            case Progress.Running running ->
                new Answer.Running(running.fraction(), running.preview(), running.pollAfter());
            case Progress.Done done -> new Answer.Done(outputs(call, done.results(), spool));
            case Progress.Failed failed -> new Answer.Failed(failed.kind(), failed.code(), failed.effect());
        };
    }

    @Override
    public JobCanceller.Outcome cancel(Call call, RemoteJob job) throws PluginException {
        Permit permit =
                require(ofJob(question(Purpose.GENERATION, SpiMethod.CANCELLER_CANCEL, Set.of()), call.grant()));
        return provider.canceller().orElseThrow().cancel(permit, job, CallTerms.within(SHORT_CALL));
    }

    @Override
    public JobLookup.Finding find(Call call, IdempotencyKey key) throws PluginException {
        Permit permit = require(ofJob(question(Purpose.GENERATION, SpiMethod.LOOKUP_FIND, Set.of()), call.grant()));
        return provider.lookup().orElseThrow().find(permit, key, CallTerms.within(SHORT_CALL));
    }

    @Override
    public Optional<RemoteErasure.Outcome> erase(Grant grant, RemoteJob job) throws PluginException {
        if (provider.remoteErasure().isEmpty()) {
            return Optional.empty();
        }
        Permit permit = require(GateRequest.erase(Purpose.DELETION, Actor.system(), ObjectRef.job(grant.job()))
                .owner(grant.owner())
                .call(provider.id(), SpiMethod.REMOTE_ERASURE_ERASE.key()));
        return Optional.of(provider.remoteErasure().get().erase(permit, job, CallTerms.within(SHORT_CALL)));
    }

    @Override
    public Made.Kept fetch(Call call, Made.Away output) throws PluginException {
        JobSpool spool = spool(call);
        Permit permit =
                require(ofJob(question(Purpose.GENERATION, SpiMethod.PROVIDER_DOWNLOAD, Set.of()), call.grant()));
        Output.Remote remote =
                new Output.Remote(URI.create(output.address()), output.headers(), output.expires(), output.seed());
        SpoolFile file = provider.download(
                permit, remote, terms(call, call.total(), NO_BYTE).withSpool(spool));
        return new Made.Kept(file.name(), file.mediaType(), file.sizeBytes(), output.seed());
    }

    private GateRequest.Builder question(Purpose purpose, SpiMethod method, Set<DataCategory> leaving) {
        return GateRequest.disclose(purpose, Actor.system(), provider.id(), method.key(), leaving);
    }

    private static GateRequest.Builder ofJob(GateRequest.Builder question, Grant grant) {
        return question.owner(grant.owner()).grant(ObjectRef.job(grant.job()), grant.epoch());
    }

    private Permit require(GateRequest.Builder question) {
        return shared.policy().require(question.build());
    }

    private JobSpool spool(Call call) {
        return new JobSpool(shared.spool(), SpoolKey.of(call.spoolKey()), MOST_BYTES, call.maxOutputs());
    }

    private static CallTerms terms(Call call, Duration total, Duration noProgress) {
        CancelSource cancel = new CancelSource();
        call.stop().onStop(cancel::cancel);
        return CallTerms.within(total)
                .withNoProgress(noProgress)
                .withCancel(cancel)
                .withProgress(call.progress());
    }

    private static Outputs outputs(Call call, Results results, JobSpool spool) throws PluginException {
        List<Made> made = new ArrayList<>();
        for (Output output : results.outputs()) {
            made.add(
                    switch (output) {
                        case Output.Spooled spooled -> kept(spooled, spool);
                        case Output.Remote remote ->
                            new Made.Away(
                                    remote.address().toString(), remote.headers(), remote.expires(), remote.seed());
                    });
        }
        List<NoteView> notes = results.notes().stream()
                .map(note -> new NoteView(note.code(), note.values()))
                .toList();
        return new Outputs(call.spoolKey(), made, notes);
    }

    private static Made kept(Output.Spooled spooled, JobSpool spool) throws PluginException {
        SpoolFile file = spool.file(spooled.token())
                .orElseThrow(() -> PluginException.happened(
                        ErrorKind.PROVIDER, "foreign-token", "the answer names bytes that are not of this call"));
        return new Made.Kept(file.name(), file.mediaType(), file.sizeBytes(), spooled.seed());
    }
}
