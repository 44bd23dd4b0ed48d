package io.heliograph.web.api;

import io.heliograph.core.generation.Accepted;
import io.heliograph.core.generation.CatalogueModel;
import io.heliograph.core.generation.GenerationCommand;
import io.heliograph.core.generation.GenerationQuote;
import io.heliograph.core.generation.GenerationService;
import io.heliograph.core.generation.GenerationView;
import io.heliograph.core.generation.Preview;
import io.heliograph.core.generation.QuoteCommand;
import io.heliograph.core.generation.ReferenceInput;
import io.heliograph.core.generation.ReferenceUse;
import io.heliograph.core.generation.ResultKind;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Purpose;
import io.heliograph.web.edge.Call;
import io.heliograph.web.edge.Exchange;
import io.heliograph.web.edge.Reply;
import io.heliograph.web.edge.Routes;
import io.heliograph.web.port.Assets;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Models, quotes, generations. */
final class StudioHandlers {
    private static final String LEFT_OUT = "";

    private final GenerationService generations;
    private final Assets assets;
    private final Render render;

    StudioHandlers(GenerationService generations, Assets assets, Render render) {
        this.generations = generations;
        this.assets = assets;
        this.render = render;
    }

    void register(Routes.Builder routes) {
        routes.on("listModels", Purpose.CATALOGUE, this::listModels);
        routes.on("quote", Purpose.CATALOGUE, this::quote);
        routes.onAdmittedByCore("createGeneration", this::create);
        routes.on("listGenerations", Purpose.VIEW, this::list);
        routes.on(
                "getGeneration",
                Purpose.VIEW,
                call -> Reply.ok(one(generations.get(Parse.viewer(call), Parse.job(call)), call)));
        routes.on(
                "cancelGeneration",
                Purpose.VIEW,
                call -> Reply.ok(one(generations.cancel(Parse.viewer(call), Parse.job(call)), call)));
        routes.on("deleteGeneration", Purpose.DELETION, this::delete);
        routes.onStream("getGenerationPreview", Purpose.VIEW, this::preview);
    }

    private Reply listModels(Call call) {
        Optional<String> kind = call.find("kind");
        List<CatalogueModel> models = generations.catalogue(Parse.viewer(call)).stream()
                .filter(model -> kind.isEmpty() || Render.word(model.kind()).equals(kind.get()))
                .toList();
        return Reply.ok(Out.items(models, model -> render.model(model, call.locale()))
                .optional("defaultImageModelId", first(models, ResultKind.IMAGE))
                .optional("defaultVideoModelId", first(models, ResultKind.VIDEO))
                .json());
    }

    private static Optional<String> first(List<CatalogueModel> models, ResultKind kind) {
        return models.stream()
                .filter(model -> model.kind() == kind && model.unavailable().isEmpty())
                .findFirst()
                .map(model -> model.id().toString());
    }

    private Reply quote(Call call) {
        JsonObject body = call.body();
        GenerationQuote quote = generations.quote(
                Parse.viewer(call),
                new QuoteCommand(
                        body.getString("modelId"), options(call), body.getInteger("count", 1), references(body)));
        return Reply.ok(Out.object()
                .put("credits", quote.credits())
                .put("creditsEach", quote.creditsEach())
                .put("affordable", quote.affordable())
                .put("estimatedSeconds", quote.estimatedSeconds())
                .put("local", quote.engine().local())
                .list("recipients", quote.engine().recipients(), Render::recipient)
                .put(
                        "dataCategories",
                        quote.categories().stream()
                                .map(StudioHandlers::category)
                                .sorted()
                                .toList())
                .put("visibility", "private")
                .optional("keptUntil", quote.keptUntil())
                .json());
    }

    private static String category(DataCategory category) {
        return Render.word(category);
    }

    private Reply create(Call call) {
        JsonObject body = call.body();
        GenerationCommand command = new GenerationCommand(
                body.getString("modelId"),
                body.getString("prompt"),
                Parse.text(call, "negativePrompt").filter(text -> !text.equals(LEFT_OUT)),
                options(call),
                body.containsKey("seed") ? OptionalLong.of(body.getLong("seed")) : OptionalLong.empty(),
                body.getInteger("count", 1),
                references(body));
        Accepted accepted = generations.submit(Parse.viewer(call), call.text("Idempotency-Key"), command);
        return Reply.accepted(one(accepted.generation(), call)).with(accepted.limits());
    }

    private Reply list(Call call) {
        GenerationService.Filter filter = switch (call.find("state").orElse("all")) {
            case "active" -> GenerationService.Filter.ACTIVE;
            case "finished" -> GenerationService.Filter.FINISHED;
            default -> GenerationService.Filter.ALL;
        };
        Page<GenerationView> page = generations.list(Parse.viewer(call), filter, Parse.cursor(call), call.limit());
        Map<AssetId, Assets.AssetView> results = results(Parse.actor(call), page.items());
        return Reply.ok(Out.page(page, view -> render.generation(view, results, call.locale())));
    }

    private Reply delete(Call call) {
        generations.delete(Parse.viewer(call), Parse.job(call));
        return Reply.none();
    }

    private Optional<Reply> preview(Call call, Exchange exchange) throws IOException {
        Preview preview =
                generations.preview(Parse.viewer(call), Parse.job(call)).orElseThrow(Parse::notFound);
        try (OutputStream out = exchange.begin(
                200,
                Map.of(
                        "Content-Type",
                        preview.mediaType(),
                        "Content-Length",
                        String.valueOf(preview.bytes().length),
                        "Cache-Control",
                        "private, no-store",
                        "ETag",
                        "\"" + preview.seq() + "\""))) {
            out.write(preview.bytes());
        }
        return Optional.empty();
    }

    private JsonObject one(GenerationView view, Call call) {
        return render(List.of(view), Parse.actor(call), call.locale()).getFirst();
    }

    /** Some generations with their results, which are looked up at once. */
    List<JsonObject> render(List<GenerationView> views, Actor viewer, Locale locale) {
        Map<AssetId, Assets.AssetView> results = results(viewer, views);
        return views.stream()
                .map(view -> render.generation(view, results, locale))
                .toList();
    }

    private Map<AssetId, Assets.AssetView> results(Actor viewer, Collection<GenerationView> views) {
        List<AssetId> ids =
                views.stream().flatMap(view -> view.results().stream()).toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        return assets.find(viewer, ids).stream()
                .collect(Collectors.toMap(Assets.AssetView::id, asset -> asset, (first, same) -> first));
    }

    private Map<String, Object> options(Call call) {
        JsonObject body = call.body();
        Map<String, Object> options = new HashMap<>();
        for (Map.Entry<String, Object> entry : body.getJsonObject("options", new JsonObject())) {
            options.put(entry.getKey(), plain(entry.getKey(), entry.getValue()));
        }
        // A reference says how much of it is kept, an engine's option how much of it is changed.
        strength(body)
                .filter(_ -> takesStrength(call, body))
                .ifPresent(kept -> options.putIfAbsent("strength", 1 - kept));
        return options;
    }

    private static Optional<Double> strength(JsonObject body) {
        return body.getJsonArray("references", new JsonArray()).stream()
                .map(reference -> ((JsonObject) reference).getDouble("strength"))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private boolean takesStrength(Call call, JsonObject body) {
        return generations.catalogue(Parse.viewer(call)).stream()
                .filter(model -> model.id().toString().equals(body.getString("modelId")))
                .anyMatch(model -> new JsonObject(model.optionsSchema())
                        .getJsonObject("properties", new JsonObject())
                        .containsKey("strength"));
    }

    private static Object plain(String name, Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case JsonArray many -> many.stream().map(each -> plain(name, each)).toList();
            case JsonObject _ ->
                throw ProblemException.field(
                        ProblemType.BAD_OPTION, "/options/" + name, "type", "a text, number, switch or list");
            case null -> throw ProblemException.field(ProblemType.BAD_OPTION, "/options/" + name, "type", "a value");
            default -> value;
        };
    }

    static List<ReferenceInput> references(JsonObject body) {
        JsonArray references = body.getJsonArray("references", new JsonArray());
        return references.stream()
                .map(JsonObject.class::cast)
                .map(reference -> new ReferenceInput(
                        AssetId.parse(reference.getString("assetId"))
                                .orElseThrow(() -> ProblemException.of(ProblemType.BAD_REFERENCE)),
                        ReferenceUse.valueOf(reference.getString("role").toUpperCase(Locale.ROOT))))
                .toList();
    }
}
