package io.heliograph.web.edge;

import io.heliograph.web.message.Messages;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * The page in place of the interface where nobody can sign in: over plain http elsewhere than on the machine itself,
 * browsers drop the session's cookie. It says why and what helps, in the browser's language, with status 403 and without
 * script. What can be read without a session is served as usual.
 */
public final class PlainHttpPage implements HttpEdge.Mount {
    private static final String SHAPE = """
            <!doctype html>
            <html lang="{lang}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}, Heliograph</title>
            <style nonce="{nonce}">
            :root{color-scheme:light dark}
            body{margin:0;min-height:100vh;display:grid;place-items:center;font:16px/1.5 system-ui,sans-serif;\
            background:light-dark(#faf9f7,#131312);color:light-dark(#1c1b1a,#f2f0ec)}
            main{max-width:34rem;margin:16px;padding:24px;border-radius:12px;\
            border:1px solid light-dark(#e6e4df,#2e2d2a);background:light-dark(#fff,#1b1b19)}
            h1{font-size:1.375rem;line-height:1.3;margin:0 0 12px}
            p,li{color:light-dark(#55524d,#b8b4ad)}
            ul{padding-inline-start:1.25rem}
            code{font-size:.9em;overflow-wrap:anywhere}
            a{color:light-dark(#845000,#f0b458)}
            </style>
            </head>
            <body>
            <main id="main">
            <h1>{title}</h1>
            <p>{why}</p>
            <p>{helps}</p>
            <ul><li>{https}</li><li>{machine}</li><li>{operator} <code>heliograph run --tls self</code></li>\
            <li>{lan} <code>insecure-lan: true</code></li></ul>
            <p><a href="/privacy">{privacy}</a></p>
            </main>
            </body>
            </html>
            """;

    private final SessionCookie cookie;
    private final Messages messages;
    private final SecureRandom random = new SecureRandom();

    public PlainHttpPage(SessionCookie cookie, Messages messages) {
        this.cookie = cookie;
        this.messages = messages;
    }

    @Override
    public void mount(Vertx vertx, Router root) {
        root.route("/*").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::serve);
    }

    private void serve(RoutingContext routing) {
        RequestScope scope = RequestScope.of(routing);
        if (cookie.allows(scope.client()) || !needsSession(routing.normalizedPath())) {
            routing.next();
            return;
        }
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().encodeToString(bytes);
        routing.response()
                .setStatusCode(403)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Language", scope.locale().getLanguage())
                .putHeader("Vary", "Accept-Language")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Security-Policy", SecurityHeaders.pagePolicy(nonce))
                .end(page(scope.locale(), nonce));
    }

    /** The interface's own addresses but the privacy page; files, the API and probes are for everybody. */
    private static boolean needsSession(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return !(path.equals("/privacy")
                || path.equals("/api")
                || path.startsWith("/api/")
                || path.startsWith("/v1/")
                || path.startsWith("/health/")
                || path.startsWith("/assets/")
                || (name.contains(".") && !name.equals("index.html")));
    }

    private String page(Locale locale, String nonce) {
        String page = SHAPE.replace("{lang}", locale.getLanguage()).replace("{nonce}", nonce);
        for (String part : new String[] {"title", "why", "helps", "https", "machine", "operator", "lan", "privacy"}) {
            String text =
                    messages.find(locale, "page.plain-http." + part, Map.of()).orElse("");
            page = page.replace("{" + part + "}", escaped(text));
        }
        return page;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
