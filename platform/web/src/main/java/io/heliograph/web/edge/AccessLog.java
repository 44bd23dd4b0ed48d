package io.heliograph.web.edge;

import io.heliograph.kernel.Commitment;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request: method, template of the route, status, bytes, time, id. Never the address it was sent to
 * (it may hold a secret link), never the network address, never a header. The status of a request whose connection closed before anything
 * was answered is {@value #CLIENT_LEFT}, as web servers write it: nobody got a 200.
 */
@Commitment({"C4", "U3"})
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.heliograph.access");

    private static final int CLIENT_LEFT = 499;

    private AccessLog() {}

    static void write(RoutingContext routing) {
        RequestScope scope = RequestScope.of(routing);
        HttpServerResponse response = routing.response();
        LOG.atInfo()
                .addKeyValue("method", routing.request().method().name())
                .addKeyValue("route", scope.template())
                .addKeyValue("status", response.headWritten() ? response.getStatusCode() : CLIENT_LEFT)
                .addKeyValue("bytes", response.bytesWritten())
                .addKeyValue("millis", scope.elapsedMillis())
                .addKeyValue("requestId", scope.requestId())
                .log("request");
    }
}
