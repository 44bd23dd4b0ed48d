package io.heliograph.web.api;

import io.heliograph.core.billing.Billing;
import io.heliograph.core.event.Event;
import io.heliograph.core.event.EventBus;
import io.heliograph.core.event.EventLog;
import io.heliograph.core.generation.GenerationService;
import io.heliograph.core.generation.Viewer;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Purpose;
import io.heliograph.web.edge.Call;
import io.heliograph.web.edge.Caller;
import io.heliograph.web.edge.Exchange;
import io.heliograph.web.edge.Reply;
import io.heliograph.web.edge.Routes;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Events as a stream, and by long polling where streams do not pass. The log in the record is the truth, so a stream
 * resumes on any node after any restart; the bus only wakes. Each stream holds a virtual thread that waits, none of the
 * event loop, and ends when its session does.
 */
final class EventHandlers {
    private static final int BATCH = 200;

    private final EventLog log;
    private final EventBus bus;
    private final GenerationService generations;
    private final StudioHandlers studio;
    private final InstantSource clock;
    private final Pace pace;

    /**
     * How often a stream says something.
     *
     * @param comment pause after which a comment keeps the connection open
     * @param recheck pause after which the session is looked at again
     */
    record Pace(Duration comment, Duration recheck) {
        static Pace usual() {
            return new Pace(Duration.ofSeconds(15), Duration.ofSeconds(60));
        }
    }

    EventHandlers(
            EventLog log,
            EventBus bus,
            GenerationService generations,
            StudioHandlers studio,
            InstantSource clock,
            Pace pace) {
        this.log = log;
        this.bus = bus;
        this.generations = generations;
        this.studio = studio;
        this.clock = clock;
        this.pace = pace;
    }

    void register(Routes.Builder routes) {
        routes.onEvents("streamEvents", Purpose.VIEW, this::stream);
        routes.onWaiting("pollEvents", Purpose.VIEW, this::poll);
    }

    private Optional<Reply> stream(Call call, Exchange exchange) throws IOException {
        PrincipalId principal = call.principal();
        long seq = call.find("Last-Event-ID")
                .map(Long::parseLong)
                .orElseGet(() -> call.number("after").orElseGet(() -> log.latest(principal)));
        Semaphore news = new Semaphore(0);
        exchange.onClose(news::release);
        try (EventBus.Subscription _ = bus.subscribe(EventLog.TOPIC, key -> wake(news, principal, key));
                OutputStream out = exchange.begin(
                        200,
                        Map.of(
                                "Content-Type", "text/event-stream",
                                "Cache-Control", "no-store",
                                "X-Accel-Buffering", "no"))) {
            write(out, "retry: 3000\n\n");
            if (missed(principal, seq)) {
                seq = log.latest(principal);
                write(out, event(resync(seq)));
            }
            follow(call, exchange, out, news, seq);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void follow(Call call, Exchange exchange, OutputStream out, Semaphore news, long from)
            throws IOException, InterruptedException {
        long seq = from;
        Instant end = call.caller() instanceof Caller.Browser browser ? browser.expiresAt() : Instant.MAX;
        Instant nextCheck = clock.instant().plus(pace.recheck());
        while (!exchange.isClosed()) {
            Instant now = clock.instant();
            if (!now.isBefore(end)) {
                return;
            }
            if (!now.isBefore(nextCheck)) {
                if (!exchange.isStillAllowed()) {
                    return;
                }
                nextCheck = now.plus(pace.recheck());
            }
            List<Event> events = log.after(call.principal(), seq, BATCH);
            for (JsonObject event : render(events, call)) {
                write(out, event(event));
            }
            if (!events.isEmpty()) {
                seq = events.getLast().seq();
            }
            if (events.size() < BATCH && !news.tryAcquire(pace.comment().toMillis(), TimeUnit.MILLISECONDS)) {
                write(out, ":\n\n");
            }
            news.drainPermits();
        }
    }

    private Reply poll(Call call) {
        PrincipalId principal = call.principal();
        if (call.number("after").isEmpty()) {
            return batch(List.of(), log.latest(principal));
        }
        long after = call.number("after").getAsLong();
        if (missed(principal, after)) {
            long latest = log.latest(principal);
            return batch(List.of(resync(latest)), latest);
        }
        Semaphore news = new Semaphore(0);
        try (EventBus.Subscription _ = bus.subscribe(EventLog.TOPIC, key -> wake(news, principal, key))) {
            List<Event> events = log.after(principal, after, BATCH);
            long waitSeconds = call.number("waitSeconds").orElse(0);
            if (events.isEmpty() && news.tryAcquire(waitSeconds, TimeUnit.SECONDS)) {
                events = log.after(principal, after, BATCH);
            }
            return batch(
                    render(events, call),
                    events.isEmpty() ? after : events.getLast().seq());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ProblemException.retryAfter(ProblemType.UNAVAILABLE, Duration.ofSeconds(2))
                    .causedBy(stopping);
        }
    }

    private static void wake(Semaphore news, PrincipalId principal, String key) {
        if (key.equals(principal.toString())) {
            news.release();
        }
    }

    /** Whether events after {@code seq} have left the log. */
    private boolean missed(PrincipalId principal, long seq) {
        long oldest = log.oldest(principal);
        long latest = log.latest(principal);
        return oldest == 0 ? seq < latest : seq < oldest - 1;
    }

    private static Reply batch(List<JsonObject> items, long last) {
        return Reply.ok(Out.items(items, item -> item).put("last", last).json());
    }

    /** Of several events of one generation only the last is written: it carries how things are now. */
    private List<JsonObject> render(List<Event> events, Call call) {
        List<JsonObject> rendered = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Event event : events.reversed()) {
            JsonObject payload = new JsonObject(event.json());
            if (told.add(event.type() + " " + payload.getString("id", ""))) {
                one(event, payload, call).ifPresent(rendered::addFirst);
            }
        }
        return rendered;
    }

    private Optional<JsonObject> one(Event event, JsonObject payload, Call call) {
        String kind = event.type().contains(".")
                ? event.type().substring(0, event.type().indexOf('.'))
                : event.type();
        Out out = Out.object().put("seq", event.seq()).put("type", kind).put("at", event.occurredAt());
        switch (kind) {
            case GenerationService.EVENT -> {
                String id = payload.getString("id", "");
                out.put("generationId", id);
                generation(id, call).ifPresent(found -> out.put("generation", found));
            }
            case Billing.BALANCE_EVENT ->
                out.put(
                        "balance",
                        Out.object()
                                .put("available", payload.getLong("available", 0L))
                                .put("held", payload.getLong("held", 0L)));
            case "asset" ->
                out.text("assetId", payload.getString("id", "")).text("change", payload.getString("change", ""));
            case "account" -> {}
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(out.json());
    }

    private Optional<JsonObject> generation(String id, Call call) {
        try {
            Viewer viewer = Parse.viewer(call);
            return JobId.parse(id)
                    .map(job -> studio.render(List.of(generations.get(viewer, job)), Parse.actor(call), call.locale())
                            .getFirst());
        } catch (ProblemException gone) {
            if (gone.type() == ProblemType.NOT_FOUND) {
                return Optional.empty();
            }
            throw gone;
        }
    }

    private JsonObject resync(long seq) {
        return Out.object()
                .put("seq", seq)
                .put("type", "resync")
                .put("at", clock.instant())
                .json();
    }

    private static String event(JsonObject event) {
        return "id: " + event.getLong("seq") + "\nevent: " + event.getString("type") + "\ndata: " + event.encode()
                + "\n\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
