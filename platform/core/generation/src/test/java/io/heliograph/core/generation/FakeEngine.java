package io.heliograph.core.generation;

import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.JobCanceller;
import io.heliograph.spi.provider.JobLookup;
import io.heliograph.spi.provider.MediaKind;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Origin;
import io.heliograph.spi.provider.Price;
import io.heliograph.spi.provider.Quote;
import io.heliograph.spi.provider.QuoteRequest;
import io.heliograph.spi.provider.ReferenceRole;
import io.heliograph.spi.provider.RemoteErasure;
import io.heliograph.spi.provider.RemoteJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An engine that counts its work by key, does what a test scripts, and remembers what it was told. */
final class FakeEngine implements Engine {
    static final String SCHEMA = """
            {"type":"object","additionalProperties":false,"properties":{
              "width":{"type":"integer","title":"Width","minimum":64,"maximum":1024,"default":256},
              "style":{"type":"string","title":"Style","enum":["plain","bold"],"default":"plain"},
              "strength":{"type":"number","title":"Strength","minimum":0,"maximum":1,"default":0.5}}}
            """;

    /** What happens on a submit instead of the usual. */
    interface Script {
        Answer run(Call call, GenerationSpec spec, IdempotencyKey key) throws PluginException;
    }

    final Map<String, Integer> workByKey = new ConcurrentHashMap<>();
    final List<String> prompts = new CopyOnWriteArrayList<>();
    final List<RemoteJob> cancelled = new CopyOnWriteArrayList<>();
    private final InstanceId id;
    private final boolean local;
    volatile boolean remote;
    volatile boolean looksUp;
    volatile boolean cancels;
    volatile boolean lookupBehind;
    volatile JobCanceller.Outcome cancelOutcome = JobCanceller.Outcome.CANCELLED;
    volatile int concurrency = 1;
    volatile long price = 10;
    volatile Duration unknownHold = Duration.ofHours(1);
    volatile Optional<String> unavailable = Optional.empty();
    volatile Script script = this::usual;
    volatile Answer pollAnswer = new Answer.Done(new Outputs(new byte[32], List.of(), List.of()));
    volatile boolean scriptedPoll;

    FakeEngine(String id, boolean local) {
        this.id = new InstanceId(id);
        this.local = local;
    }

    /** Does the work, once for each key, and answers by itself or as a remote job. */
    Answer usual(Call call, GenerationSpec spec, IdempotencyKey key) {
        work(key.value(), spec);
        return remote
                ? new Answer.Accepted(new RemoteJob("remote-" + key.value(), "1"), Duration.ZERO)
                : new Answer.Done(outputs(call.spoolKey(), spec.count()));
    }

    void work(String key, GenerationSpec spec) {
        workByKey.merge(key, 1, Integer::sum);
        prompts.add(spec.prompt());
    }

    static Outputs outputs(byte[] spoolKey, int count) {
        List<Made> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(new Made.Kept("%032x".formatted(i), "image/png", 10, OptionalLong.of(7)));
        }
        return new Outputs(spoolKey, made, List.of(new NoteView("words-ignored", List.of("very"))));
    }

    @Override
    public EngineView view() {
        return new EngineView(id, "fake", "Fake engine", local, List.of(), false);
    }

    @Override
    public boolean inProcess() {
        return local;
    }

    @Override
    public int concurrency() {
        return concurrency;
    }

    @Override
    public Duration unknownHold() {
        return unknownHold;
    }

    @Override
    public Optional<String> unavailable() {
        return unavailable;
    }

    @Override
    public boolean cancels() {
        return cancels;
    }

    @Override
    public boolean looksUp() {
        return looksUp;
    }

    @Override
    public List<ModelCard> models() {
        return List.of(new ModelCard(
                "dots",
                "Dots",
                "Draws dots.",
                MediaKind.IMAGE,
                Set.of(ReferenceRole.CONTENT),
                SCHEMA,
                Price.flat(price),
                4,
                1.5,
                Origin.ALGORITHM,
                true));
    }

    @Override
    public Quote quote(QuoteRequest request) {
        return new Quote(price, request.count());
    }

    @Override
    public Answer submit(Call call, GenerationSpec spec, IdempotencyKey key) throws PluginException {
        return script.run(call, spec, key);
    }

    @Override
    public Answer poll(Call call, RemoteJob job) {
        return scriptedPoll ? pollAnswer : new Answer.Done(outputs(call.spoolKey(), call.maxOutputs()));
    }

    @Override
    public JobCanceller.Outcome cancel(Call call, RemoteJob job) {
        cancelled.add(job);
        return cancelOutcome;
    }

    @Override
    public JobLookup.Finding find(Call call, IdempotencyKey key) {
        if (lookupBehind) {
            return new JobLookup.Finding.NotKnownYet();
        }
        return workByKey.containsKey(key.value())
                ? new JobLookup.Finding.Found(new RemoteJob("remote-" + key.value(), "1"))
                : new JobLookup.Finding.Absent();
    }

    @Override
    public Optional<RemoteErasure.Outcome> erase(Grant grant, RemoteJob job) {
        return Optional.empty();
    }

    @Override
    public Made.Kept fetch(Call call, Made.Away output) {
        return new Made.Kept("%032x".formatted(99), "image/png", 10, output.seed());
    }
}
