package io.heliograph.web.api;

import io.heliograph.core.generation.CatalogueModel;
import io.heliograph.core.generation.EngineView;
import io.heliograph.core.generation.FailureView;
import io.heliograph.core.generation.GenerationView;
import io.heliograph.core.generation.RecipientView;
import io.heliograph.core.generation.ReferenceInput;
import io.heliograph.kernel.AssetId;
import io.heliograph.web.message.Messages;
import io.heliograph.web.port.Assets;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Writes the things of the studio and the library as the contract has them. */
final class Render {
    private final Messages messages;

    Render(Messages messages) {
        this.messages = messages;
    }

    JsonObject model(CatalogueModel model, Locale locale) {
        JsonObject schema = new JsonObject(model.optionsSchema());
        Out out = engine(Out.object(), model.engine())
                .put("id", model.id())
                .put("name", model.name())
                .text("description", model.summary())
                .put("kind", word(model.kind()))
                .put("kinds", List.of(word(model.kind())))
                .put("instanceId", model.engine().instance())
                .text("pluginId", model.engine().pluginId())
                .put("remoteErasure", model.engine().remoteErasure())
                .put("aiModel", model.aiModel())
                .put("options", schema)
                .put("maxCount", model.maxCount())
                .put("promptMaxLength", 4_000)
                .put("negativePrompt", schema.getBoolean("x-negative-prompt", true))
                .put("previews", model.previews())
                .put("cancel", model.cancel())
                .list(
                        "references",
                        model.references(),
                        role -> Out.object()
                                .put("role", word(role))
                                .put("max", 1)
                                .json())
                .put("priceFrom", model.priceFrom())
                .put("priceUnit", model.perSecond() ? "second" : "result")
                .put("typicalSeconds", model.typicalSeconds())
                .put("available", model.unavailable().isEmpty());
        if (!model.aiModel()) {
            out.put("label", messages.get(locale, "label.by-rules"));
        }
        model.unavailable()
                .ifPresent(code -> out.put("unavailableReason", sentence(locale, "unavailable", code, Map.of())));
        return out.json();
    }

    JsonObject generation(GenerationView view, Map<AssetId, Assets.AssetView> results, Locale locale) {
        Out out = Out.object()
                .put("id", view.id())
                .put("state", view.state().word())
                .put("modelId", view.model())
                .put("modelName", view.modelName())
                .put("local", view.engine().map(EngineView::local).orElse(false))
                .put("kind", word(view.kind()))
                .put("prompt", view.prompt())
                .optional("negativePrompt", view.negativePrompt())
                .put("options", view.options())
                .optional("seed", view.seed())
                .put("count", view.count())
                .list("references", view.references(), Render::reference)
                .put("credits", view.credits())
                .put("charged", view.charged())
                .put("createdAt", view.createdAt())
                .optional("startedAt", view.startedAt())
                .optional("finishedAt", view.finishedAt())
                .optional("queuePosition", view.queuePosition())
                .optional("estimatedStartSeconds", view.estimatedStartSeconds())
                .optional("fraction", view.fraction())
                .optional("previewSeq", view.previewSeq())
                .put("cancelable", view.cancelable())
                .put("visibility", "private")
                .optional("keptUntil", view.keptUntil())
                .list(
                        "results",
                        view.results().stream()
                                .map(results::get)
                                .filter(Objects::nonNull)
                                .toList(),
                        Render::asset)
                .put(
                        "notes",
                        view.notes().stream()
                                .map(n -> note(n.code(), n.values(), locale))
                                .toList());
        view.engine().ifPresent(engine -> engine(out, engine));
        view.failure().ifPresent(failure -> out.put("failure", failure(failure, locale)));
        return out.json();
    }

    /** What an engine says, as a sentence. */
    String note(String code, List<String> values, Locale locale) {
        return sentence(locale, "note", code, Map.of("values", String.join(", ", values), "code", code));
    }

    /** Which rule says how long something is kept, as a sentence. */
    String kept(Assets.AssetView asset, Locale locale) {
        return messages.get(locale, asset.expiresAt().isPresent() ? "kept.period" : "kept.owner");
    }

    private JsonObject failure(FailureView failure, Locale locale) {
        return Out.object()
                .put("code", failure.code())
                .put("message", sentence(locale, "failure", failure.code(), Map.of()))
                .put("charged", failure.charged())
                .put("retryable", failure.retryable())
                .json();
    }

    private String sentence(Locale locale, String kind, String code, Map<String, ?> parameters) {
        return messages.find(locale, kind + "." + code, parameters)
                .or(() -> messages.find(locale, kind + ".default", parameters))
                .orElse(code);
    }

    private static Out engine(Out out, EngineView engine) {
        return out.put("providerName", engine.name())
                .put("local", engine.local())
                .list("recipients", engine.recipients(), Render::recipient);
    }

    static JsonObject recipient(RecipientView recipient) {
        return Out.object()
                .put("legalName", recipient.legalName())
                .text("country", recipient.country())
                .put("role", recipient.role())
                .text("transferBasis", recipient.transferBasis())
                .text("retention", recipient.retention())
                .text("trainsOnInput", recipient.trainsOnInput())
                .text("privacyPage", recipient.privacyPage())
                .json();
    }

    static JsonObject reference(ReferenceInput reference) {
        return Out.object()
                .put("assetId", reference.asset())
                .put("role", word(reference.use()))
                .json();
    }

    static JsonObject asset(Assets.AssetView asset) {
        return Out.object()
                .put("id", asset.id())
                .put("kind", asset.kind())
                .put("origin", asset.uploaded() ? "uploaded" : "generated")
                .put("mediaType", asset.mediaType())
                .put("width", asset.width())
                .put("height", asset.height())
                .put("bytes", asset.bytes())
                .optional("durationMillis", asset.durationMillis())
                .optional("blurHash", asset.blurHash())
                .put("createdAt", asset.createdAt())
                .put("visibility", asset.visibility())
                .optional("expiresAt", asset.expiresAt())
                .optional("prompt", asset.prompt())
                .optional("fileName", asset.fileName())
                .optional("generationId", asset.generation())
                .optional("modelId", asset.model())
                .optional("modelName", asset.modelName())
                .put("thumbnails", asset.thumbnailWidths())
                .json();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
