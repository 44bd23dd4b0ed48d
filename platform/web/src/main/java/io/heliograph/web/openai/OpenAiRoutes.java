package io.heliograph.web.openai;

import io.heliograph.core.event.EventBus;
import io.heliograph.core.generation.CatalogueModel;
import io.heliograph.core.generation.GenerationService;
import io.heliograph.core.generation.ResultKind;
import io.heliograph.core.generation.Viewer;
import io.heliograph.core.library.ResultLinks;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Purpose;
import io.heliograph.web.edge.Answers;
import io.heliograph.web.edge.Call;
import io.heliograph.web.edge.Caller;
import io.heliograph.web.edge.Exchange;
import io.heliograph.web.edge.Gatekeeper;
import io.heliograph.web.edge.Lanes;
import io.heliograph.web.edge.Problems;
import io.heliograph.web.edge.Reply;
import io.heliograph.web.edge.Routes;
import io.heliograph.web.edge.SideRoutes;
import io.heliograph.web.port.Assets;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The routes of the compatible API. */
public final class OpenAiRoutes {
    private static final long BODY_LIMIT_BYTES = 256L * 1024;
    private static final Pattern JSON = Pattern.compile("(?i)\\s*application/json\\s*(;.*)?");
    private static final String RESULTS = "/v1/images/results/";

    private final GenerationService generations;
    private final Assets assets;
    private final ResultLinks links;
    private final ImageRun.Finder finder;
    private final Optional<String> publicUrl;
    private final InstantSource clock;

    /** @param publicUrl address under which people reach the service; else the one the caller uses */
    public OpenAiRoutes(
            GenerationService generations,
            Assets assets,
            ResultLinks links,
            EventBus bus,
            Ids ids,
            InstantSource clock,
            Optional<String> publicUrl) {
        this.generations = generations;
        this.assets = assets;
        this.links = links;
        this.finder = new ImageRun.Finder(generations, assets, links, bus, ids, clock);
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** The routes, ready to be mounted. */
    public SideRoutes mount(Gatekeeper gatekeeper, Answers answers, Lanes lanes, Problems problems) {
        return new SideRoutes(
                gatekeeper,
                answers,
                lanes,
                new OpenAiErrors(problems),
                "/v1/",
                List.of(
                        route(
                                "v1Models",
                                HttpMethod.GET,
                                "/v1/models",
                                "models:read",
                                Optional.of(Purpose.CATALOGUE),
                                Routes.Lane.REQUEST,
                                this::models),
                        route(
                                "v1Images",
                                HttpMethod.POST,
                                "/v1/images/generations",
                                "generations:create",
                                Optional.empty(),
                                Routes.Lane.WAIT,
                                this::images),
                        route(
                                "v1Result",
                                HttpMethod.GET,
                                RESULTS + ":token",
                                "public",
                                Optional.of(Purpose.VIEW),
                                Routes.Lane.TRANSFER,
                                this::result)));
    }

    private static SideRoutes.Route route(
            String id,
            HttpMethod method,
            String path,
            String permission,
            Optional<Purpose> purpose,
            Routes.Lane lane,
            Routes.StreamHandler handler) {
        return new SideRoutes.Route(id, method, path, permission, purpose, lane, BODY_LIMIT_BYTES, handler);
    }

    /** The id a client sees: films are told by the word in it. */
    static String publicId(CatalogueModel model) {
        String id = model.id().toString();
        return model.kind() == ResultKind.VIDEO && !id.contains("video") ? id + "-video" : id;
    }

    private Optional<Reply> models(Call call, Exchange exchange) {
        long now = clock.instant().getEpochSecond();
        JsonArray data = new JsonArray();
        for (CatalogueModel model : generations.catalogue(viewer(call))) {
            data.add(new JsonObject()
                    .put("id", publicId(model))
                    .put("object", "model")
                    .put("created", now)
                    .put("owned_by", model.engine().name()));
        }
        return Optional.of(Reply.ok(new JsonObject().put("object", "list").put("data", data)));
    }

    private Optional<Reply> images(Call call, Exchange exchange) throws IOException {
        String text = json(exchange);
        Viewer viewer = viewer(call);
        ImageRequest request = ImageRequest.parse(text, generations.catalogue(viewer));
        String linkBase = publicUrl.orElse(call.client().origin()) + RESULTS;
        ImageRun run = finder.begin(viewer, request, exchange, linkBase);
        return request.stream() ? run.stream() : Optional.of(run.answer());
    }

    /** The body as text. A client that says nothing of its type is taken at its word; broken UTF-8 is not mended. */
    private static String json(Exchange exchange) throws IOException {
        boolean other = exchange.header("Content-Type")
                .filter(type -> !JSON.matcher(type).matches())
                .isPresent();
        if (other) {
            throw ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        byte[] bytes = exchange.body().readAllBytes();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw ProblemException.of(ProblemType.MALFORMED_REQUEST).causedBy(malformed);
        }
    }

    private Optional<Reply> result(Call call, Exchange exchange) throws IOException {
        ResultLinks.Grant grant =
                links.open(call.text("token")).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
        Assets.Content content = assets.content(Actor.person(grant.owner()), grant.asset())
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
        try (OutputStream out = exchange.begin(
                200,
                Map.of(
                        "Content-Type",
                        content.mediaType(),
                        "Content-Length",
                        String.valueOf(content.bytes()),
                        "Cache-Control",
                        "private, no-store",
                        "X-Robots-Tag",
                        "noindex"))) {
            content.body().copyTo(0, content.bytes(), out);
        }
        return Optional.empty();
    }

    private static Viewer viewer(Call call) {
        return switch (call.caller()) {
            case Caller.Browser browser ->
                new Viewer(
                        browser.id(), browser.role(), Optional.of(call.client().address()), Optional.empty());
            case Caller.Program program ->
                new Viewer(
                        program.id(), program.role(), Optional.of(call.client().address()), Optional.of(program.key()));
            case Caller.Anonymous _ -> throw ProblemException.of(ProblemType.NOT_SIGNED_IN);
        };
    }
}
