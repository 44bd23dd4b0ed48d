package io.heliograph.web.api;

import io.heliograph.kernel.Commitment;
import io.heliograph.policy.Purpose;
import io.heliograph.web.edge.Call;
import io.heliograph.web.edge.Reply;
import io.heliograph.web.edge.Routes;
import io.heliograph.web.edge.SessionCookie;
import io.heliograph.web.message.Messages;
import io.heliograph.web.port.Accounts;
import io.heliograph.web.port.Privacy;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** Where data went, who runs this, and the privacy page with the true list of cookies (K4). */
@Commitment({"T1", "K4"})
final class PrivacyHandlers {
    private final Privacy privacy;
    private final Accounts accounts;
    private final Messages messages;

    PrivacyHandlers(Privacy privacy, Accounts accounts, Messages messages) {
        this.privacy = privacy;
        this.accounts = accounts;
        this.messages = messages;
    }

    void register(Routes.Builder routes) {
        routes.on(
                "listDisclosures",
                Purpose.VIEW,
                call -> Reply.ok(Out.page(
                        privacy.disclosures(call.principal(), Parse.cursor(call), call.limit()),
                        PrivacyHandlers::disclosure)));
        routes.on("getOperator", Purpose.ACCOUNT, call -> Reply.ok(operator(privacy.operator())));
        routes.on("getPrivacyPage", Purpose.ACCOUNT, this::page);
    }

    private Reply page(Call call) {
        Privacy.PageView page = privacy.page(call.locale());
        return Reply.ok(Out.object()
                .put("version", page.version())
                .put("generatedAt", page.generatedAt())
                .put("operator", operator(privacy.operator()))
                .put("signUpMode", accounts.signUpInfo().mode())
                .list("categories", page.categories(), PrivacyHandlers::category)
                .list("recipients", page.recipients(), PrivacyHandlers::recipient)
                .list("cookies", Cookie.all(), cookie -> cookie(cookie, call.locale()))
                .json());
    }

    private static JsonObject category(Privacy.Category category) {
        return Out.object()
                .put("id", category.id())
                .put("title", category.title())
                .optional("description", category.description())
                .put("fields", category.fields())
                .optional("purpose", category.purpose())
                .optional("keptDays", category.keptDays())
                .optional("keptText", category.keptText())
                .optional("onErasure", category.onErasure())
                .json();
    }

    private static JsonObject recipient(Privacy.Recipient recipient) {
        return Out.object()
                .put("instanceId", recipient.instance())
                .put("pluginName", recipient.pluginName())
                .put("local", recipient.local())
                .put("recipient", Render.recipient(recipient.recipient()))
                .put("dataCategories", recipient.categories())
                .put("hosts", recipient.hosts())
                .json();
    }

    private JsonObject cookie(Cookie cookie, Locale locale) {
        return Out.object()
                .put("name", cookie.name())
                .put("kind", cookie.kind())
                .put("purpose", messages.get(locale, "cookie." + cookie.key()))
                .put("lasts", messages.get(locale, "cookie." + cookie.key() + ".lasts"))
                .put("readableByScripts", !cookie.kind().equals("cookie"))
                .json();
    }

    static JsonObject operator(Privacy.OperatorView operator) {
        return Out.object()
                .put(
                        "configured",
                        operator.name().isPresent() && operator.contact().isPresent())
                .optional("name", operator.name())
                .optional("address", operator.address())
                .optional("contact", operator.contact())
                .optional("representative", operator.representative())
                .optional("country", operator.country())
                .optional("governingLaw", operator.governingLaw())
                .optional("publicUrl", operator.publicUrl())
                .json();
    }

    static JsonObject disclosure(Privacy.DisclosureView disclosure) {
        return Out.object()
                .put("id", disclosure.id())
                .put("at", disclosure.at())
                .put("recipientName", disclosure.recipientName())
                .optional("country", disclosure.country())
                .put("instanceId", disclosure.instance())
                .put("categories", disclosure.categories())
                .put("bytes", disclosure.bytes())
                .put("purpose", disclosure.purpose())
                .put("local", disclosure.local())
                .optional("generationId", disclosure.generation())
                .optional("retention", disclosure.retention())
                .json();
    }

    /** Everything that this site lays down in a browser; the browser tests compare. */
    private record Cookie(String name, String kind, String key) {
        static List<Cookie> all() {
            return List.of(
                    new Cookie(SessionCookie.SECURE_NAME, "cookie", "session"),
                    new Cookie("theme", "localStorage", "theme"),
                    new Cookie("language", "localStorage", "language"),
                    new Cookie("tsr-scroll-restoration-v1_3", "sessionStorage", "scroll"));
        }
    }
}
