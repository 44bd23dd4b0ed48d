package io.heliograph.web.edge;

import io.heliograph.kernel.Commitment;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request: method, template of the route, status, bytes, time, id. Never the address it was sent to
 * (it may hold a secret link), never the network address, never a header.
 */
@Commitment({"C4", "U3"})
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.heliograph.access");

    private AccessLog() {}

    static void write(RoutingContext routing) {
        RequestScope scope = RequestScope.of(routing);
        LOG.atInfo()
                .addKeyValue("method", routing.request().method().name())
                .addKeyValue("route", scope.template())
                .addKeyValue("status", routing.response().getStatusCode())
                .addKeyValue("bytes", routing.response().bytesWritten())
                .addKeyValue("millis", scope.elapsedMillis())
                .addKeyValue("requestId", scope.requestId())
                .log("request");
    }
}
