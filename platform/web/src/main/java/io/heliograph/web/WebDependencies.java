package io.heliograph.web;

import io.heliograph.core.library.ResultLinks;
import io.heliograph.kernel.Ids;
import io.heliograph.web.api.ApiHandlers;
import io.heliograph.web.edge.Admission;
import io.heliograph.web.edge.HttpEdge;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the wiring supplies.
 *
 * @param vertx owned by the wiring, which closes it last
 * @param admission the ADMIT gate, as {@link PolicyAdmission}
 * @param notReady words for what is missing, empty when ready; must not block
 * @param uiFiles where the interface's jar is
 * @param more further routes, before the interface's pages: metrics
 */
public record WebDependencies(
        Vertx vertx,
        Ids ids,
        ApiHandlers.Services services,
        Admission admission,
        ResultLinks links,
        Supplier<List<String>> notReady,
        ClassLoader uiFiles,
        List<HttpEdge.Mount> more) {
    public WebDependencies {
        more = List.copyOf(more);
    }
}
