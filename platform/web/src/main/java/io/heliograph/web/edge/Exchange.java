package io.heliograph.web.edge;

import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.RateLimitState;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * The raw side of a streamed call, for its handler on a virtual thread. Either {@link #begin} once and write, or answer
 * by what the handler returns.
 */
public final class Exchange {
    private final Context context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final RequestBytes body;
    private final Duration noProgress;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean begun;
    private List<RateLimitState> limits = List.of();
    private BooleanSupplier recheck = () -> false;
    private volatile Runnable onClose = () -> {};

    /** Made on the request's context while the request is paused. */
    Exchange(Context context, RoutingContext routing, long bodyLimitBytes, Duration noProgress) {
        this.context = context;
        this.request = routing.request();
        this.response = routing.response();
        this.noProgress = noProgress;
        this.body = RequestBytes.of(context, request, bodyLimitBytes, noProgress);
        response.closeHandler(_ -> {
            closed.countDown();
            onClose.run();
        });
    }

    /** The request's body; read at most once. */
    public InputStream body() {
        body.open();
        return body;
    }

    /** A request header, where it was sent. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** Starts the answer. Headers of the edge (security, request id) are added to these. */
    public ResponseBytes begin(int status, Map<String, String> headers) {
        begun = true;
        context.runOnContext(_ -> {
            if (response.closed() || response.ended()) {
                return;
            }
            response.setStatusCode(status);
            SecurityHeaders.limits(response, limits);
            headers.forEach(response::putHeader);
            if (!headers.containsKey("Content-Length")) {
                response.setChunked(true);
            }
        });
        return new ResponseBytes(context, response, noProgress);
    }

    /** How the limits stand, for the answer's headers. */
    public void limits(List<RateLimitState> states) {
        this.limits = states;
    }

    /** How {@link #isStillAllowed} finds out. */
    void recheckBy(BooleanSupplier check) {
        this.recheck = check;
    }

    /** Refuses a body that says beforehand that it is longer. */
    void refuseLonger(long limitBytes) {
        String length = request.getHeader("Content-Length");
        if (length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > limitBytes) {
            throw ProblemException.of(ProblemType.TOO_LARGE, Map.of("limitBytes", limitBytes));
        }
    }

    /** Ends an answer that was begun. Called on the context. */
    void end() {
        if (!begun) {
            throw new IllegalStateException("the handler neither began an answer nor returned one");
        }
        if (!response.ended() && !response.closed()) {
            response.end();
        }
    }

    /** Whether the caller would still be let in: a session may have ended since. May wait for the database. */
    public boolean isStillAllowed() {
        return recheck.getAsBoolean();
    }

    /** Runs {@code wake} when the client goes away, on the event loop; at once if it is gone. It must not block. */
    public void onClose(Runnable wake) {
        this.onClose = wake;
        if (isClosed()) {
            wake.run();
        }
    }

    /** Whether the client is gone. */
    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Reads the rest of a body that no handler wanted, so that the connection can be used again. Called on the context. */
    void discard() {
        if (!request.isEnded() && !response.closed()) {
            request.handler(_ -> {});
            request.resume();
        }
    }
}
