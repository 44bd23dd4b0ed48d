package io.heliograph.web.edge;

import io.heliograph.policy.RateLimitState;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a handler answers. Rendered once, on the request's context.
 *
 * @param status HTTP status
 * @param body JSON body; empty for none
 * @param cookies cookies to set or to end
 * @param limits how the limits stand, where core asked ADMIT itself
 */
public record Reply(
        int status, Optional<JsonObject> body, List<SessionCookie.Change> cookies, List<RateLimitState> limits) {
    public Reply {
        cookies = List.copyOf(cookies);
        limits = List.copyOf(limits);
    }

    /** 200 with a body. */
    public static Reply ok(JsonObject body) {
        return new Reply(200, Optional.of(body), List.of(), List.of());
    }

    /** 201 with a body. */
    public static Reply created(JsonObject body) {
        return new Reply(201, Optional.of(body), List.of(), List.of());
    }

    /** 202, with a body or without. */
    public static Reply accepted(JsonObject body) {
        return new Reply(202, Optional.of(body), List.of(), List.of());
    }

    /** 202 without a body. */
    public static Reply accepted() {
        return new Reply(202, Optional.empty(), List.of(), List.of());
    }

    /** 204. */
    public static Reply none() {
        return new Reply(204, Optional.empty(), List.of(), List.of());
    }

    /** The same with one more cookie. */
    public Reply with(SessionCookie.Change cookie) {
        List<SessionCookie.Change> more = new ArrayList<>(cookies);
        more.add(cookie);
        return new Reply(status, body, more, limits);
    }

    /** The same with limits that core told. */
    public Reply with(List<RateLimitState> states) {
        return new Reply(status, body, cookies, states);
    }
}
