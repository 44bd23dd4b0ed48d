package io.heliograph.web.join;

import io.heliograph.core.generation.ReferenceInput;
import io.heliograph.core.generation.ReferenceUse;
import io.heliograph.core.library.AssetContent;
import io.heliograph.core.library.AssetDetails;
import io.heliograph.core.library.AssetFilter;
import io.heliograph.core.library.AssetOrigin;
import io.heliograph.core.library.Library;
import io.heliograph.core.library.LibrarySummary;
import io.heliograph.core.library.Making;
import io.heliograph.core.library.Variant;
import io.heliograph.core.media.MediaKind;
import io.heliograph.core.media.MediaPipeline;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Purpose;
import io.heliograph.web.port.Assets;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** Pictures and films, by core's library. */
public final class CoreAssets implements Assets {
    private final Library library;
    private final MediaPipeline media;
    private final Path spool;
    private final Function<PrincipalId, Optional<String>> planOf;
    private final Supplier<Duration> noticeLead;
    private final InstantSource clock;

    /**
     * @param media tells what a file says on its maker before it is stripped
     * @param spool folder for files on their way in; nothing stays in it
     * @param planOf the person's plan, for its periods
     * @param noticeLead how long before its end a thing counts as ending soon
     */
    public CoreAssets(
            Library library,
            MediaPipeline media,
            Path spool,
            Function<PrincipalId, Optional<String>> planOf,
            Supplier<Duration> noticeLead,
            InstantSource clock) {
        this.library = library;
        this.media = media;
        this.noticeLead = noticeLead;
        this.spool = spool;
        this.planOf = planOf;
        this.clock = clock;
    }

    @Override
    public Page<AssetView> list(Actor viewer, Query query, Optional<Cursor> after, int limit) {
        AssetFilter filter = new AssetFilter(
                query.kind().map(word -> MediaKind.valueOf(word.toUpperCase(Locale.ROOT))),
                query.uploaded().map(uploaded -> uploaded ? AssetOrigin.UPLOADED : AssetOrigin.GENERATED),
                query.visibility(),
                query.model(),
                query.generation(),
                query.createdFrom(),
                query.createdTo(),
                ending(query).map(clock.instant()::plus),
                query.words());
        return library.page(viewer, filter, after, limit).map(CoreAssets::view);
    }

    /** Within what time the end must come, where that is asked for. */
    private Optional<Duration> ending(Query query) {
        if (query.expiresSoon()) {
            return Optional.of(noticeLead.get());
        }
        return query.expiresWithinDays().isPresent()
                ? Optional.of(Duration.ofDays(query.expiresWithinDays().getAsInt()))
                : Optional.empty();
    }

    @Override
    public List<AssetView> find(Actor viewer, List<AssetId> ids) {
        Map<AssetId, AssetView> found = new LinkedHashMap<>();
        for (int from = 0; from < ids.size(); from += Library.MAX_AT_ONCE) {
            List<AssetId> some = ids.subList(from, Math.min(ids.size(), from + Library.MAX_AT_ONCE));
            library.getAll(viewer, new HashSet<>(some)).forEach(asset -> found.put(asset.id(), view(asset)));
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Summary summary(Actor viewer) {
        LibrarySummary counts = library.summary(viewer);
        return new Summary(
                counts.total(),
                counts.images(),
                counts.videos(),
                counts.uploads(),
                counts.privateOnes(),
                0,
                counts.publicOnes(),
                counts.expiringSoon(),
                counts.nextExpiry(),
                counts.bytes());
    }

    @Override
    public Optional<Details> details(Actor viewer, AssetId id) {
        return visible(() -> details(library.details(viewer, id)));
    }

    @Override
    public Optional<AssetView> own(Actor viewer, AssetId id) {
        return visible(() -> library.get(viewer, id))
                .filter(asset ->
                        viewer.principal().filter(asset.owner()::equals).isPresent())
                .map(CoreAssets::view);
    }

    @Override
    public Details setVisibility(Actor viewer, AssetId id, String visibility) {
        library.setVisibility(viewer, id, visibility);
        return details(library.details(viewer, id));
    }

    @Override
    public Deletion delete(Actor viewer, List<AssetId> ids) {
        io.heliograph.core.library.Deletion done = library.delete(viewer, new HashSet<>(ids));
        return new Deletion(done.count(), done.undoUntil());
    }

    @Override
    public int restore(Actor viewer, List<AssetId> ids) {
        return library.restore(viewer, new HashSet<>(ids));
    }

    @Override
    public Uploaded upload(Actor viewer, Optional<String> fileName, InputStream bytes) throws IOException {
        PrincipalId owner = viewer.principal().orElseThrow(() -> ProblemException.of(ProblemType.NOT_SIGNED_IN));
        try (SpoolFolder folder = SpoolFolder.in(spool)) {
            Path file = folder.receive(bytes);
            // Asked before the file is prepared: afterwards nothing of it is left to be told.
            List<String> removed = media.tells(file).stream().sorted().toList();
            return new Uploaded(
                    view(StoreCall.of(
                            () -> library.bringIn(owner, planOf.apply(owner), file, folder.work(), fileName))),
                    removed);
        }
    }

    @Override
    public Optional<Content> content(Actor viewer, AssetId id) {
        return visible(() -> {
            Optional<String> name = library.get(viewer, id).fileName();
            return content(library.open(viewer, Purpose.VIEW, id, new Variant.Original()), name);
        });
    }

    @Override
    public Optional<Content> thumbnail(Actor viewer, AssetId id, int width) {
        return visible(
                () -> content(library.open(viewer, Purpose.VIEW, id, new Variant.Thumbnail(width)), Optional.empty()));
    }

    /** Core answers what is not visible by a refusal; here it is simply not there. */
    private static <T> Optional<T> visible(Supplier<T> look) {
        try {
            return Optional.of(look.get());
        } catch (ProblemException refused) {
            if (refused.type() == ProblemType.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static Content content(AssetContent content, Optional<String> name) {
        return new Content(
                content.type().mimeType(),
                content.sizeBytes(),
                content.etag().replace("\"", ""),
                content.isPublic(),
                name,
                (offset, length, target) -> StoreCall.run(() -> content.copy(offset, offset + length, target)));
    }

    private static AssetView view(io.heliograph.core.library.AssetView asset) {
        return new AssetView(
                asset.id(),
                asset.type().kind().name().toLowerCase(Locale.ROOT),
                asset.origin() == AssetOrigin.UPLOADED,
                asset.type().mimeType(),
                asset.width(),
                asset.height(),
                asset.bytes(),
                asset.durationMillis() > 0 ? OptionalLong.of(asset.durationMillis()) : OptionalLong.empty(),
                Optional.of(asset.blurHash()).filter(hash -> !hash.isEmpty()),
                asset.createdAt(),
                asset.visibility(),
                asset.keptUntil(),
                asset.prompt(),
                asset.fileName(),
                asset.job(),
                asset.modelId(),
                asset.modelTitle(),
                asset.thumbnails());
    }

    private static Details details(AssetDetails details) {
        Optional<Making> making = details.making();
        io.heliograph.core.library.AssetView asset = details.asset();
        OptionalInt period = asset.keptUntil()
                .map(until -> OptionalInt.of(
                        (int) Duration.between(asset.createdAt(), until).toDays()))
                .orElse(OptionalInt.empty());
        return new Details(
                view(asset),
                making.flatMap(Making::negativePrompt),
                making.map(Making::options).orElse(Map.of()),
                making.map(Making::seed).filter(OptionalLong::isPresent).map(seed -> String.valueOf(seed.getAsLong())),
                making.map(made -> OptionalLong.of(made.credits())).orElse(OptionalLong.empty()),
                making.map(Making::providerName),
                details.digitalSourceType().map(URI::create),
                Optional.of(details.sha256()),
                making.map(Making::references).orElse(List.of()).stream()
                        .map(used -> new ReferenceInput(
                                used.asset(), ReferenceUse.valueOf(used.role().toUpperCase(Locale.ROOT))))
                        .toList(),
                making.map(Making::notes).orElse(List.of()).stream()
                        .map(said -> new Note(said.code(), said.values()))
                        .toList(),
                0,
                0,
                period);
    }
}
