package io.heliograph.web.edge;

import io.heliograph.policy.RateLimitState;
import io.heliograph.web.message.Messages;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;

/** What the edge knows of one request while it is under way. Written and read by one thread at a time. */
final class RequestScope {
    private static final String KEY = RequestScope.class.getName();

    private final String requestId;
    private final ClientFacts client;
    private final long startNanos;
    private Locale locale;
    private String template = "(none)";
    private volatile List<RateLimitState> limits = List.of();

    private RequestScope(String requestId, ClientFacts client, Locale locale) {
        this.requestId = requestId;
        this.client = client;
        this.locale = locale;
        this.startNanos = System.nanoTime();
    }

    /** Opens the scope of a request that just came in. */
    static RequestScope open(RoutingContext context, String requestId, ClientFacts client) {
        Locale locale = Messages.negotiate(context.request().getHeader("Accept-Language"));
        RequestScope scope = new RequestScope(requestId, client, locale);
        context.put(KEY, scope);
        return scope;
    }

    /** The scope of a request under way. */
    static RequestScope of(RoutingContext context) {
        RequestScope scope = context.get(KEY);
        if (scope == null) {
            throw new IllegalStateException("a request without a scope: the edge's first handler did not run");
        }
        return scope;
    }

    String requestId() {
        return requestId;
    }

    ClientFacts client() {
        return client;
    }

    Locale locale() {
        return locale;
    }

    /** The account's language counts more than the browser's. */
    void speak(Locale accountLocale) {
        this.locale = Messages.closest(accountLocale);
    }

    /** The route's template: what a log may say about where a request went. */
    String template() {
        return template;
    }

    void matched(String newTemplate) {
        this.template = newTemplate;
    }

    List<RateLimitState> limits() {
        return limits;
    }

    void limits(List<RateLimitState> states) {
        this.limits = List.copyOf(states);
    }

    long elapsedMillis() {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }
}
