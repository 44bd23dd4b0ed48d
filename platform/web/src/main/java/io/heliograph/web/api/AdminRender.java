package io.heliograph.web.api;

import io.heliograph.web.port.Mails;
import io.heliograph.web.port.Operations;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Writes what administrators see as the contract has it. */
final class AdminRender {
    private static final List<String> STEPS = List.of("administrator", "access", "plugins", "retention", "review");

    private AdminRender() {}

    static JsonObject health(Operations.Health health, String version) {
        Runtime runtime = Runtime.getRuntime();
        Out out = Out.object()
                .put("status", health.status())
                .put("version", version)
                .put("startedAt", health.startedAt())
                .list(
                        "checks",
                        health.checks(),
                        check -> Out.object()
                                .put("id", check.id())
                                .put("title", check.title())
                                .put("status", check.status())
                                .optional("detail", check.detail())
                                .optional("remedy", check.remedy())
                                .json())
                .put(
                        "memory",
                        Out.object()
                                .put("usedBytes", runtime.totalMemory() - runtime.freeMemory())
                                .put("maxBytes", runtime.maxMemory()))
                .put(
                        "storage",
                        Out.object()
                                .optional("usedBytes", health.storageUsedBytes())
                                .optional("freeBytes", health.storageFreeBytes()))
                .optional("people", health.people());
        if (health.queued().isPresent() && health.running().isPresent()) {
            out.put(
                    "jobs",
                    Out.object()
                            .optional("queued", health.queued())
                            .optional("running", health.running())
                            .optional("failedLastDay", health.failedLastDay())
                            .optional("succeededLastDay", health.succeededLastDay()));
        }
        return out.json();
    }

    static JsonObject plugin(Operations.PluginView plugin) {
        return Out.object()
                .put("id", plugin.id())
                .put("name", plugin.name())
                .optional("description", plugin.description())
                .put("version", plugin.version())
                .optional("spiVersion", plugin.spiVersion())
                .optional("licence", plugin.licence())
                .put("kinds", plugin.kinds())
                .put("state", plugin.state())
                .optional("failure", plugin.failure().map(AdminRender::fault))
                .put("bundled", plugin.bundled())
                .put("hosts", plugin.hosts())
                .put("dataCategories", plugin.dataCategories())
                .list("recipients", plugin.recipients(), Render::recipient)
                .put("needs", plugin.needs())
                .put("remoteErasure", plugin.remoteErasure())
                .list("instanceSettings", plugin.instanceSettings(), AdminRender::setting)
                .list("instances", plugin.instances(), AdminRender::instance)
                .json();
    }

    private static JsonObject instance(Operations.InstanceView instance) {
        return Out.object()
                .put("id", instance.id())
                .put("state", instance.state())
                .put("local", instance.local())
                .optional("running", instance.running())
                .optional("concurrency", instance.concurrency())
                .optional("models", instance.models())
                .optional("lastFailureAt", instance.lastFailureAt())
                .optional("failure", instance.failure().map(AdminRender::fault))
                .put("source", instance.source())
                .list("configuration", instance.configuration(), AdminRender::setting)
                .json();
    }

    private static JsonObject fault(Operations.Fault fault) {
        return Out.object()
                .put("what", fault.what())
                .optional("remedy", fault.remedy())
                .json();
    }

    static JsonObject trial(Operations.Trial trial) {
        return Out.object()
                .put("ok", trial.ok())
                .list(
                        "steps",
                        trial.steps(),
                        step -> Out.object()
                                .put("title", step.title())
                                .put("ok", step.ok())
                                .optional("millis", step.millis())
                                .optional("detail", step.detail())
                                .json())
                .put("sends", trial.sends())
                .json();
    }

    static JsonObject setting(Operations.SettingView setting) {
        boolean secret = setting.type().equals("secret");
        return Out.object()
                .put("key", setting.key())
                .text("group", setting.group())
                .put("title", setting.title())
                .optional("description", setting.description())
                .put("type", setting.type())
                .put("choices", setting.choices())
                .optional("minimum", setting.minimum())
                .optional("maximum", setting.maximum())
                .optional("value", secret ? Optional.empty() : setting.value())
                .optional("defaultValue", secret ? Optional.empty() : setting.defaultValue())
                .put("isSet", setting.isSet())
                .put("origin", setting.origin())
                .optional("originDetail", setting.originDetail())
                .put("locked", setting.locked())
                .put("needsRestart", setting.needsRestart())
                .put("pending", setting.pending())
                .optional("problem", setting.problem())
                .json();
    }

    static JsonObject change(Operations.ChangeView change) {
        return Out.object()
                .put("id", change.id())
                .put("at", change.at())
                .optional("by", change.by())
                .optional("undoes", change.undoes())
                .put("canUndo", change.canUndo())
                .list(
                        "settings",
                        change.settings(),
                        setting -> Out.object()
                                .put("key", setting.key())
                                .optional("before", setting.secret() ? Optional.empty() : setting.before())
                                .optional("after", setting.secret() ? Optional.empty() : setting.after())
                                .put("secret", setting.secret())
                                .json())
                .json();
    }

    static JsonObject mail(Mails.MailView mail) {
        return Out.object()
                .put("id", mail.id())
                .put("to", mail.to())
                .put("subject", mail.subject())
                .optional("kind", mail.kind())
                .put("state", mail.state())
                .optional("text", mail.text())
                .optional("failure", mail.failure())
                .put("createdAt", mail.createdAt())
                .optional("sentAt", mail.sentAt())
                .json();
    }

    static JsonObject wizard(Operations.WizardView wizard) {
        return Out.object()
                .put("complete", wizard.complete())
                .list(
                        "steps",
                        STEPS,
                        step -> Out.object()
                                .put("id", step)
                                .put("done", wizard.done().contains(step))
                                .json())
                .json();
    }
}
