package io.heliograph.web.openai;

import io.heliograph.core.event.EventBus;
import io.heliograph.core.event.EventLog;
import io.heliograph.core.generation.Accepted;
import io.heliograph.core.generation.FailureView;
import io.heliograph.core.generation.GenerationService;
import io.heliograph.core.generation.GenerationState;
import io.heliograph.core.generation.GenerationView;
import io.heliograph.core.generation.Preview;
import io.heliograph.core.generation.Viewer;
import io.heliograph.core.library.ResultLinks;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Actor;
import io.heliograph.web.edge.Exchange;
import io.heliograph.web.edge.Reply;
import io.heliograph.web.port.Assets;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One call of {@code /v1/images/generations}, from accepting the wish to its answer. It waits on a virtual thread; when
 * the client goes away the generation goes on and its results lie in the library.
 */
final class ImageRun {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration LINK_LASTS = Duration.ofHours(1);

    private final Finder with;
    private final Viewer viewer;
    private final ImageRequest request;
    private final Exchange exchange;
    private final String linkBase;
    private final Accepted accepted;

    private ImageRun(
            Finder with, Viewer viewer, ImageRequest request, Exchange exchange, String linkBase, Accepted accepted) {
        this.with = with;
        this.viewer = viewer;
        this.request = request;
        this.exchange = exchange;
        this.linkBase = linkBase;
        this.accepted = accepted;
    }

    /** What runs need. */
    record Finder(
            GenerationService generations,
            Assets assets,
            ResultLinks links,
            EventBus bus,
            Ids ids,
            InstantSource clock) {
        /** Accepts the wish. */
        ImageRun begin(Viewer viewer, ImageRequest request, Exchange exchange, String linkBase) {
            String key = exchange.header("Idempotency-Key")
                    .filter(sent -> sent.matches("[A-Za-z0-9._:-]{8,100}"))
                    .orElseGet(() -> ids.next().toString());
            Accepted accepted = generations.submit(viewer, key, request.command());
            return new ImageRun(this, viewer, request, exchange, linkBase, accepted);
        }
    }

    /** Watches progress. */
    @FunctionalInterface
    private interface Watcher {
        void seen(GenerationView view) throws IOException;
    }

    /** The answer, all at once. */
    Reply answer() throws IOException {
        GenerationView done = await(view -> {});
        JsonArray data = new JsonArray();
        for (AssetId id : done.results()) {
            data.add(
                    request.base64()
                            ? new JsonObject().put("b64_json", base64(id))
                            : new JsonObject()
                                    .put("url", linkBase + with.links().create(viewer.principal(), id, LINK_LASTS)));
        }
        JsonObject body = new JsonObject()
                .put("created", done.createdAt().getEpochSecond())
                .put("data", data);
        return Reply.ok(body).with(accepted.limits());
    }

    /** The answer as server-sent events, with previews. */
    Optional<Reply> stream() throws IOException {
        exchange.limits(accepted.limits());
        try (OutputStream out = exchange.begin(
                200,
                Map.of(
                        "Content-Type", "text/event-stream",
                        "Cache-Control", "no-store",
                        "X-Accel-Buffering", "no"))) {
            int[] told = {0, -1};
            GenerationView done = await(view -> partial(view, told, out));
            for (AssetId id : done.results()) {
                send(out, "image_generation.completed", new JsonObject().put("b64_json", base64(id)));
            }
        } catch (ProblemException failed) {
            throw new IOException("the generation failed after the stream had begun", failed);
        }
        return Optional.empty();
    }

    private void partial(GenerationView view, int[] told, OutputStream out) throws IOException {
        int seq = view.previewSeq().orElse(0);
        if (told[0] >= request.partials() || seq == 0 || seq == told[1]) {
            return;
        }
        Optional<Preview> preview = with.generations().preview(viewer, view.id());
        if (preview.isPresent()) {
            String bytes = Base64.getEncoder().encodeToString(preview.get().bytes());
            send(
                    out,
                    "image_generation.partial_image",
                    new JsonObject().put("b64_json", bytes).put("partial_image_index", told[0]));
            told[0]++;
            told[1] = seq;
        }
    }

    private void send(OutputStream out, String type, JsonObject event) throws IOException {
        event.put("type", type).put("created_at", with.clock().instant().getEpochSecond());
        out.write(("event: " + type + "\ndata: " + event.encode() + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    private GenerationView await(Watcher watcher) throws IOException {
        Instant end = with.clock().instant().plus(LONGEST);
        Semaphore news = new Semaphore(0);
        String me = viewer.principal().toString();
        exchange.onClose(news::release);
        try (EventBus.Subscription _ = with.bus().subscribe(EventLog.TOPIC, key -> {
            if (key.equals(me)) {
                news.release();
            }
        })) {
            GenerationView view = accepted.generation();
            while (!view.state().finished()) {
                watcher.seen(view);
                if (exchange.isClosed()) {
                    throw new IOException("the client went away; its generation goes on");
                }
                if (!with.clock().instant().isBefore(end)) {
                    throw ProblemException.of(ProblemType.UNAVAILABLE);
                }
                // A wake-up may be lost: look by ourselves now and then.
                boolean woken = news.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                if (woken) {
                    news.drainPermits();
                }
                view = with.generations().get(viewer, view.id());
            }
            return succeeded(view);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ProblemException.retryAfter(ProblemType.UNAVAILABLE, Duration.ofSeconds(2))
                    .causedBy(stopping);
        }
    }

    private static GenerationView succeeded(GenerationView view) {
        if (view.state() == GenerationState.SUCCEEDED) {
            return view;
        }
        String reason = view.failure().map(FailureView::code).orElse("canceled");
        throw ProblemException.of(ProblemType.PROVIDER_FAILED, Map.of("reason", reason));
    }

    private String base64(AssetId id) throws IOException {
        Assets.Content content = with.assets()
                .content(Actor.person(viewer.principal()), id)
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.min(content.bytes(), 64L * 1024 * 1024));
        content.body().copyTo(0, content.bytes(), bytes);
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
