package io.heliograph.web.page;

import io.heliograph.web.contract.Contract;
import io.heliograph.web.contract.OperationSpec;
import io.heliograph.web.edge.HttpEdge;
import io.heliograph.web.edge.SecurityHeaders;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/**
 * {@code /api}: the contract as one page that reads without scripts, and {@code /api/openapi.yaml} as the file itself.
 * Rendered once at the start.
 */
public final class ContractPage implements HttpEdge.Mount {
    private static final String STYLE = """
            :root{color-scheme:light dark;--line:#8886;--soft:#8881}
            body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem}
            h1{font-size:1.8rem}h2{margin-top:2.5rem;border-bottom:1px solid var(--line)}
            details{border:1px solid var(--line);border-radius:8px;margin:.5rem 0;padding:.5rem .8rem}
            summary{cursor:pointer}code,pre{font-family:ui-monospace,monospace;font-size:13px}
            pre{background:var(--soft);padding:.7rem;border-radius:8px;overflow:auto}
            .m{display:inline-block;min-width:4.5rem;font-weight:600}.p{opacity:.75}
            """;

    private final String body;
    private final String yaml = Contract.text();
    private final SecureRandom random = new SecureRandom();

    public ContractPage(Contract contract) {
        this.body = render(contract);
    }

    @Override
    public void mount(Vertx vertx, Router root) {
        root.get("/api").handler(this::page);
        root.get("/api/openapi.yaml")
                .handler(routing -> routing.response()
                        .putHeader("Content-Type", "application/yaml; charset=utf-8")
                        .putHeader("Cache-Control", "public, max-age=300")
                        .end(yaml));
    }

    private void page(RoutingContext routing) {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().encodeToString(bytes);
        routing.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Security-Policy", SecurityHeaders.pagePolicy(nonce))
                .end("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width\"><title>API of Heliograph</title><style nonce=\"" + nonce
                        + "\">" + STYLE + "</style></head><body>" + body + "</body></html>");
    }

    private static String render(Contract contract) {
        JsonObject document = contract.document();
        StringBuilder page = new StringBuilder("<main><h1>The API of Heliograph</h1><p>The same contract as a file:"
                + " <a href=\"/api/openapi.yaml\">openapi.yaml</a> (OpenAPI 3.1). Base address <code>"
                + Contract.BASE_PATH + "</code>.</p><pre>");
        page.append(escape(document.getJsonObject("info").getString("description", "")))
                .append("</pre>");
        JsonArray tags = document.getJsonArray("tags");
        for (int i = 0; i < tags.size(); i++) {
            JsonObject tag = tags.getJsonObject(i);
            page.append("<h2>").append(escape(tag.getString("name"))).append("</h2><p>");
            page.append(escape(tag.getString("description", ""))).append("</p>");
            for (OperationSpec operation : contract.operations()) {
                JsonObject model = model(document, operation);
                if (model.getJsonArray("tags").contains(tag.getString("name"))) {
                    operation(page, operation, model);
                }
            }
        }
        page.append("<h2>Schemas</h2>");
        JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
        for (String name : schemas.fieldNames()) {
            page.append("<details id=\"")
                    .append(name)
                    .append("\"><summary><code>")
                    .append(name);
            page.append("</code></summary><pre>")
                    .append(escape(schemas.getJsonObject(name).encodePrettily()))
                    .append("</pre></details>");
        }
        return page.append("</main>").toString();
    }

    private static void operation(StringBuilder page, OperationSpec operation, JsonObject model) {
        page.append("<details id=\"").append(operation.id()).append("\"><summary><code><span class=\"m\">");
        page.append(operation.method().name()).append("</span>").append(escape(operation.path()));
        page.append("</code> ").append(escape(model.getString("summary", "")));
        page.append(" <span class=\"p\">(")
                .append(escape(operation.permission()))
                .append(")</span></summary><p>");
        page.append(escape(model.getString("description", ""))).append("</p>");
        JsonObject rest = model.copy();
        for (String known : new String[] {"operationId", "tags", "summary", "description", "x-heliograph-permission"}) {
            rest.remove(known);
        }
        page.append("<pre>").append(escape(rest.encodePrettily())).append("</pre></details>");
    }

    private static JsonObject model(JsonObject document, OperationSpec operation) {
        return document.getJsonObject("paths")
                .getJsonObject(operation.path())
                .getJsonObject(operation.method().name().toLowerCase(Locale.ROOT));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
