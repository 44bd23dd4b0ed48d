package io.heliograph.web.api;

import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Purpose;
import io.heliograph.web.edge.Call;
import io.heliograph.web.edge.Exchange;
import io.heliograph.web.edge.Reply;
import io.heliograph.web.edge.Routes;
import io.heliograph.web.port.Assets;
import io.heliograph.web.port.Privacy;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Pictures and films: lists, details, deletion and its undo, files in and out. */
final class LibraryHandlers {
    private final Assets assets;
    private final Privacy privacy;
    private final Render render;
    private final long uploadLimitBytes;

    /** @param uploadLimitBytes longest upload */
    LibraryHandlers(Assets assets, Privacy privacy, Render render, long uploadLimitBytes) {
        this.assets = assets;
        this.privacy = privacy;
        this.render = render;
        this.uploadLimitBytes = uploadLimitBytes;
    }

    void register(Routes.Builder routes) {
        routes.on(
                "listAssets",
                Purpose.VIEW,
                call -> Reply.ok(Out.page(
                        assets.list(Parse.actor(call), query(call), Parse.cursor(call), call.limit()), Render::asset)));
        routes.on("getAssetSummary", Purpose.VIEW, call -> Reply.ok(summary(assets.summary(Parse.actor(call)))));
        routes.on(
                "getAsset",
                Purpose.VIEW,
                call -> Reply.ok(details(
                        assets.details(Parse.actor(call), Parse.asset(call)).orElseThrow(Parse::notFound), call)));
        routes.on(
                "updateAsset",
                Purpose.SHARING,
                call -> Reply.ok(details(
                        assets.setVisibility(
                                Parse.actor(call),
                                Parse.asset(call),
                                call.body().getString("visibility")),
                        call)));
        routes.on(
                "listAssetDisclosures",
                Purpose.VIEW,
                call -> Reply.ok(Out.items(
                                disclosures(
                                        assets.own(Parse.actor(call), Parse.asset(call))
                                                .orElseThrow(Parse::notFound),
                                        call),
                                PrivacyHandlers::disclosure)
                        .json()));
        routes.on("deleteAsset", Purpose.DELETION, this::deleteOne);
        routes.on(
                "deleteAssets",
                Purpose.DELETION,
                call -> Reply.ok(deletion(assets.delete(Parse.actor(call), ids(call)))));
        routes.on("restoreAsset", Purpose.DELETION, this::restoreOne);
        routes.on(
                "restoreAssets",
                Purpose.DELETION,
                call -> Reply.ok(Out.object()
                        .put("restored", assets.restore(Parse.actor(call), ids(call)))
                        .json()));
        routes.onUpload("uploadReference", Purpose.UPLOAD, uploadLimitBytes, this::upload);
        routes.onStream("getAssetContent", Purpose.VIEW, this::content);
        routes.onStream("getAssetThumbnail", Purpose.VIEW, this::thumbnail);
    }

    private List<Privacy.DisclosureView> disclosures(Assets.AssetView asset, Call call) {
        return privacy.disclosuresOf(call.principal(), asset.id(), asset.generation());
    }

    private Reply deleteOne(Call call) {
        Assets.Deletion deletion = assets.delete(Parse.actor(call), List.of(Parse.asset(call)));
        Parse.requireDone(deletion.deleted() == 1);
        return Reply.ok(deletion(deletion));
    }

    private Reply restoreOne(Call call) {
        Actor viewer = Parse.actor(call);
        AssetId id = Parse.asset(call);
        Parse.requireDone(assets.restore(viewer, List.of(id)) == 1);
        return Reply.ok(details(assets.details(viewer, id).orElseThrow(Parse::notFound), call));
    }

    private Optional<Reply> upload(Call call, Exchange exchange) throws IOException {
        String type = exchange.header("Content-Type")
                .orElse("application/octet-stream")
                .toLowerCase(Locale.ROOT);
        if (!type.startsWith("image/") && !type.startsWith("application/octet-stream")) {
            throw ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        Assets.Uploaded uploaded = assets.upload(Parse.actor(call), call.find("fileName"), exchange.body());
        return Optional.of(Reply.created(Out.object()
                .put("asset", Render.asset(uploaded.asset()))
                .put("removed", uploaded.removed())
                .json()));
    }

    private Optional<Reply> content(Call call, Exchange exchange) throws IOException {
        Assets.Content content =
                assets.content(Parse.actor(call), Parse.asset(call)).orElseThrow(Parse::notFound);
        FileAnswer.send(exchange, content, call.flag("download"));
        return Optional.empty();
    }

    private Optional<Reply> thumbnail(Call call, Exchange exchange) throws IOException {
        int width = (int) call.number("width").orElseThrow(Parse::notFound);
        Assets.Content content =
                assets.thumbnail(Parse.actor(call), Parse.asset(call), width).orElseThrow(Parse::notFound);
        FileAnswer.send(exchange, content, false);
        return Optional.empty();
    }

    private static Assets.Query query(Call call) {
        String origin = call.find("origin").orElse("generated");
        OptionalLong days = call.number("expiresWithinDays");
        return new Assets.Query(
                call.find("kind"),
                origin.equals("all") ? Optional.empty() : Optional.of(origin.equals("uploaded")),
                call.find("visibility"),
                call.find("modelId"),
                call.find("generationId").map(id -> JobId.parse(id).orElseThrow(Parse::notFound)),
                call.time("createdFrom"),
                call.time("createdTo"),
                days.isPresent() ? OptionalInt.of((int) days.getAsLong()) : OptionalInt.empty(),
                call.flag("expiresSoon"),
                call.find("q"));
    }

    /** Ids that cannot be ids are as good as unknown ones: they are not counted. */
    private static List<AssetId> ids(Call call) {
        return Out.texts(call.body(), "ids").stream()
                .map(AssetId::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private static JsonObject deletion(Assets.Deletion deletion) {
        return Out.object()
                .put("deleted", deletion.deleted())
                .put("undoUntil", deletion.undoUntil())
                .json();
    }

    private static JsonObject summary(Assets.Summary summary) {
        return Out.object()
                .put("total", summary.total())
                .put("images", summary.images())
                .put("videos", summary.videos())
                .put("uploads", summary.uploads())
                .put("private", summary.privately())
                .put("link", summary.byLink())
                .put("public", summary.publicly())
                .put("expiringSoon", summary.expiringSoon())
                .optional("nextExpiryAt", summary.nextExpiryAt())
                .put("bytes", summary.bytes())
                .json();
    }

    private JsonObject details(Assets.Details details, Call call) {
        Assets.AssetView asset = details.asset();
        List<Privacy.DisclosureView> disclosures = disclosures(asset, call);
        Out whereItWent = Out.object()
                .put("local", disclosures.stream().allMatch(Privacy.DisclosureView::local))
                .list("disclosures", disclosures, PrivacyHandlers::disclosure);
        return Out.object()
                .put("asset", Render.asset(asset))
                .optional("negativePrompt", details.negativePrompt())
                .put("options", details.options())
                .optional("seed", details.seed())
                .optional("credits", details.credits())
                .optional("providerName", details.providerName())
                .optional("digitalSourceType", details.digitalSourceType())
                .optional("sha256", details.sha256())
                .list("references", details.references(), Render::reference)
                .put(
                        "notes",
                        details.notes().stream()
                                .map(note -> render.note(note.code(), note.values(), call.locale()))
                                .toList())
                .put(
                        "whoCanSee",
                        Out.object()
                                .put("visibility", asset.visibility())
                                .put("links", details.links())
                                .put("staffOpenings", details.staffOpenings()))
                .put("whereItWent", whereItWent)
                .put(
                        "howLongKept",
                        Out.object()
                                .optional("expiresAt", asset.expiresAt())
                                .optional("periodDays", details.periodDays())
                                .put("reason", render.kept(asset, call.locale())))
                .json();
    }
}
