package io.heliograph.web.page;

import io.heliograph.web.edge.HttpEdge;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code /health/live} and {@code /health/ready}, answered on the event loop itself, so that no pile of work is in their
 * way. Ready means that a person could be served; why not is told in stable words without details.
 */
public final class HealthRoutes implements HttpEdge.Mount {
    private final Supplier<List<String>> notReady;

    /** @param notReady words for what is missing, empty when ready; must not block: somebody else keeps the state */
    public HealthRoutes(Supplier<List<String>> notReady) {
        this.notReady = notReady;
    }

    @Override
    public void mount(Vertx vertx, Router root) {
        root.get("/health/live").handler(routing -> answer(routing, 200, "live", List.of()));
        root.get("/health/ready").handler(routing -> {
            List<String> missing = notReady.get();
            answer(routing, missing.isEmpty() ? 200 : 503, missing.isEmpty() ? "ready" : "not-ready", missing);
        });
    }

    private static void answer(RoutingContext routing, int status, String word, List<String> missing) {
        routing.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store");
        if (status != 200) {
            routing.response().putHeader("Retry-After", "2");
        }
        routing.response()
                .end(new JsonObject()
                        .put("status", word)
                        .put("missing", new JsonArray(missing))
                        .toBuffer());
    }
}
