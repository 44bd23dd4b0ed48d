package io.heliograph.web.api;

import io.heliograph.kernel.Uuids;
import io.heliograph.policy.Purpose;
import io.heliograph.web.edge.Call;
import io.heliograph.web.edge.Reply;
import io.heliograph.web.edge.Routes;
import io.heliograph.web.port.Mails;
import io.heliograph.web.port.Operations;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Health, plugins, settings, mails and the wizard. */
final class AdminHandlers {
    private final Operations operations;
    private final Mails mails;
    private final String version;

    AdminHandlers(Operations operations, Mails mails, String version) {
        this.operations = operations;
        this.mails = mails;
        this.version = version;
    }

    void register(Routes.Builder routes) {
        Purpose purpose = Purpose.ADMINISTRATION;
        routes.on(
                "getHealth", purpose, call -> Reply.ok(AdminRender.health(operations.health(call.locale()), version)));
        routes.on(
                "listPlugins",
                purpose,
                call -> Reply.ok(Out.items(operations.plugins(call.locale()), AdminRender::plugin)
                        .json()));
        routes.on("getPlugin", purpose, this::plugin);
        routes.on(
                "tryInstance",
                purpose,
                call -> Reply.ok(AdminRender.trial(operations
                        .tryInstance(call.principal(), call.text("instanceId"), call.locale())
                        .orElseThrow(Parse::notFound))));
        routes.on("getSettings", purpose, call -> settings(operations.settings(call.locale())));
        routes.on(
                "updateSettings",
                purpose,
                call -> settings(operations.changeSettings(call.principal(), values(call), call.locale())));
        routes.on(
                "listSettingChanges",
                purpose,
                call -> Reply.ok(
                        Out.page(operations.settingChanges(Parse.cursor(call), call.limit()), AdminRender::change)));
        routes.on(
                "undoSettingChange",
                purpose,
                call -> settings(operations.undoSettingChange(
                        call.principal(), Long.parseLong(call.text("changeId")), call.locale())));
        routes.on(
                "listMails",
                purpose,
                call -> Reply.ok(
                        Out.page(mails.page(call.find("state"), Parse.cursor(call), call.limit()), AdminRender::mail)));
        routes.on(
                "getMail",
                purpose,
                call -> Reply.ok(AdminRender.mail(mails.read(call.principal(), Parse.id(call, "mailId", Uuids::parse))
                        .orElseThrow(Parse::notFound))));
        routes.on("getWizard", purpose, call -> Reply.ok(AdminRender.wizard(operations.wizard())));
        routes.on(
                "completeWizardStep",
                purpose,
                call -> Reply.ok(AdminRender.wizard(operations.completeStep(call.principal(), call.text("step")))));
    }

    private Reply plugin(Call call) {
        String id = call.text("pluginId");
        return Reply.ok(operations.plugins(call.locale()).stream()
                .filter(plugin -> plugin.id().equals(id))
                .findFirst()
                .map(AdminRender::plugin)
                .orElseThrow(Parse::notFound));
    }

    private static Reply settings(List<Operations.SettingView> settings) {
        return Reply.ok(Out.items(settings, AdminRender::setting).json());
    }

    private static Map<String, Optional<Object>> values(Call call) {
        Map<String, Optional<Object>> values = new HashMap<>();
        for (Map.Entry<String, Object> entry : call.body().getJsonObject("values", new JsonObject())) {
            values.put(entry.getKey(), Optional.ofNullable(entry.getValue()).map(AdminHandlers::plain));
        }
        return values;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case JsonArray many -> many.stream().map(String::valueOf).toList();
            default -> value;
        };
    }
}
