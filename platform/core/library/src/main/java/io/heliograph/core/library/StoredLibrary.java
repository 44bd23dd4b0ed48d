package io.heliograph.core.library;

import io.heliograph.core.event.EventLog;
import io.heliograph.core.library.store.AssetQuery;
import io.heliograph.core.library.store.AssetReader;
import io.heliograph.core.library.store.AssetRow;
import io.heliograph.core.library.store.AssetWriter;
import io.heliograph.core.library.store.BlobRow;
import io.heliograph.core.library.store.Seen;
import io.heliograph.core.media.MediaKind;
import io.heliograph.core.media.MediaOrigin;
import io.heliograph.core.media.MediaPipeline;
import io.heliograph.core.media.MediaType;
import io.heliograph.core.media.PreparedMedia;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.kernel.Uuids;
import io.heliograph.policy.Actor;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.ObjectRef;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.privacy.Visibility;
import io.heliograph.spi.PluginException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The library on the record and the stores. */
final class StoredLibrary implements Library {
    private static final int MOST_OF_A_PAGE = 200;

    private final Tx tx;
    private final Ids ids;
    private final InstantSource clock;
    private final PolicyEngine gates;
    private final LibrarySettings settings;
    private final MediaPipeline pipeline;
    private final AssetDisclosures disclosures;
    private final EventLog events;
    private final Keeper keeper;
    private final Eraser eraser;
    private final Shelf shelf;
    private final Texts texts;
    private final Views views;
    private final Search search;
    private final AssetReader reader = new AssetReader();
    private final AssetWriter writer = new AssetWriter();

    StoredLibrary(LibraryRoom.Parts parts, Keeper keeper, Eraser eraser, Shelf shelf, Texts texts) {
        this.tx = parts.tx();
        this.ids = parts.ids();
        this.clock = parts.clock();
        this.gates = parts.gates();
        this.settings = parts.settings();
        this.pipeline = parts.pipeline();
        this.disclosures = parts.disclosures();
        this.events = parts.events();
        this.keeper = keeper;
        this.eraser = eraser;
        this.shelf = shelf;
        this.texts = texts;
        this.views = new Views(texts);
        this.search = new Search(tx, reader, texts, views);
    }

    @Override
    public Page<AssetView> page(Actor viewer, AssetFilter filter, Optional<Cursor> after, int limit) {
        if (limit < 1 || limit > MOST_OF_A_PAGE) {
            throw ProblemException.field(ProblemType.VALIDATION, "limit", "out-of-range", "1 to " + MOST_OF_A_PAGE);
        }
        Optional<PrincipalId> owner = viewer.principal();
        if (owner.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        AssetQuery query = query(owner.get(), filter, after);
        Seen seen = Seen.by(viewer);
        if (filter.words().isPresent()) {
            return search.page(seen, query, filter.words().get(), limit);
        }
        List<AssetRow> rows = tx.required(() -> reader.page(seen, query, limit + 1));
        return Page.cut(rows, limit, Search::cursor).map(row -> views.of(row, viewer));
    }

    private static AssetQuery query(PrincipalId owner, AssetFilter filter, Optional<Cursor> after) {
        return new AssetQuery(
                owner.value(),
                filter.kind().map(kind -> kind == MediaKind.IMAGE ? "image" : "video"),
                filter.origin().map(AssetOrigin::word),
                filter.visibility(),
                filter.modelId(),
                filter.job().map(JobId::value),
                filter.createdFrom(),
                filter.createdTo(),
                filter.expiresBefore(),
                after.map(StoredLibrary::position));
    }

    static AssetQuery.Position position(Cursor cursor) {
        try {
            List<String> keys = cursor.keys();
            return new AssetQuery.Position(
                    Instant.parse(keys.get(0)), Uuids.parse(keys.get(1)).orElseThrow());
        } catch (DateTimeException | IndexOutOfBoundsException | java.util.NoSuchElementException e) {
            throw ProblemException.of(ProblemType.BAD_CURSOR).causedBy(e);
        }
    }

    @Override
    public LibrarySummary summary(Actor viewer) {
        PrincipalId owner = owner(viewer);
        AssetReader.Sums sums = tx.required(() -> reader.sums(
                Seen.by(viewer),
                owner.value(),
                clock.instant().plus(settings.noticeLead().get())));
        long total = sums.generatedImages() + sums.generatedVideos();
        return new LibrarySummary(
                total,
                sums.generatedImages(),
                sums.generatedVideos(),
                sums.uploads(),
                total + sums.uploads() - sums.publicOnes(),
                sums.publicOnes(),
                sums.expiringSoon(),
                sums.nextExpiry(),
                sums.bytes());
    }

    @Override
    public AssetView get(Actor viewer, AssetId id) {
        return views.of(row(viewer, id), viewer);
    }

    @Override
    public Set<AssetView> getAll(Actor viewer, Set<AssetId> some) {
        requireFew(some);
        return tx.required(() -> reader.all(Seen.by(viewer), values(some))).stream()
                .map(row -> views.of(row, viewer))
                .collect(Collectors.toSet());
    }

    @Override
    public AssetDetails details(Actor viewer, AssetId id) {
        AssetRow row = row(viewer, id);
        boolean own = Views.isOwn(row, viewer);
        return new AssetDetails(
                views.of(row, viewer),
                own ? texts.making(row) : Optional.empty(),
                Optional.of(row.digitalSourceType()).filter(term -> !term.isEmpty()),
                row.sha256(),
                own ? disclosures.of(new PrincipalId(row.owner()), id, row.job().map(JobId::new)) : List.of());
    }

    private AssetRow row(Actor viewer, AssetId id) {
        return tx.required(() -> reader.find(Seen.by(viewer), id.value())).orElseThrow(StoredLibrary::notFound);
    }

    @Override
    public AssetContent open(Actor viewer, Purpose purpose, AssetId id, Variant variant) {
        record Found(AssetRow row, List<BlobRow> blobs) {}
        Seen seen = Seen.by(viewer);
        Found found = tx.required(() -> new Found(
                reader.find(seen, id.value()).orElseThrow(StoredLibrary::notFound), reader.blobs(seen, id.value())));
        BlobRow blob = Variants.pick(found.blobs(), variant).orElseThrow(StoredLibrary::notFound);
        AssetRow row = found.row();
        Shelf.Viewed viewed = new Shelf.Viewed(viewer, purpose, id, row.epoch(), row.visibility());
        return new AssetContent(
                MediaType.ofMimeType(blob.mediaType()).orElseThrow(),
                blob.plainBytes(),
                Views.etag(blob.sha256()),
                Visibility.PUBLIC.equals(row.visibility()),
                (from, to, out) -> shelf.copy(blob, viewed, from, to, out));
    }

    @Override
    public AssetView setVisibility(Actor viewer, AssetId id, String visibility) {
        if (!Visibility.PRIVATE.equals(visibility) && !Visibility.PUBLIC.equals(visibility)) {
            throw ProblemException.field(ProblemType.VALIDATION, "/visibility", "unknown", "private or public");
        }
        PrincipalId owner = owner(viewer);
        AssetRow changed = tx.required(() -> {
            if (!writer.setVisibility(owner.value(), id.value(), visibility)) {
                throw notFound();
            }
            AssetRow row = reader.find(Seen.by(viewer), id.value()).orElseThrow(StoredLibrary::notFound);
            Events.append(events, owner, id, "updated");
            return row;
        });
        return views.of(changed, viewer);
    }

    @Override
    public Deletion delete(Actor viewer, Set<AssetId> some) {
        Instant now = clock.instant();
        Instant undoUntil = now.plus(settings.undoWindow());
        return new Deletion(tombstone(viewer, some, now, undoUntil).size(), undoUntil);
    }

    @Override
    public int eraseNow(Actor viewer, Set<AssetId> some) {
        Instant now = clock.instant();
        List<UUID> gone = tombstone(viewer, some, now, now);
        gone.forEach(asset -> eraser.erase(asset, Purpose.DELETION));
        return gone.size();
    }

    /** Asks ERASE for each that is there, then moves all of them in one unit of work. */
    private List<UUID> tombstone(Actor viewer, Set<AssetId> some, Instant now, Instant eraseAfter) {
        requireFew(some);
        PrincipalId owner = owner(viewer);
        Set<UUID> there = new HashSet<>();
        for (AssetRow row : tx.required(() -> reader.all(Seen.by(viewer), values(some)))) {
            if (!Views.isOwn(row, viewer)) {
                continue;
            }
            try {
                gates.require(GateRequest.erase(Purpose.DELETION, viewer, ObjectRef.asset(new AssetId(row.id())))
                                .owner(owner)
                                .build())
                        .end();
            } catch (PolicyDeniedException denied) {
                throw denied.toProblem();
            }
            there.add(row.id());
        }
        return tx.required(() -> {
            List<UUID> moved = writer.tombstone(owner.value(), there, now, eraseAfter);
            moved.forEach(id -> Events.append(events, owner, new AssetId(id), "deleted"));
            return moved;
        });
    }

    @Override
    public int restore(Actor viewer, Set<AssetId> some) {
        requireFew(some);
        PrincipalId owner = owner(viewer);
        return tx.required(() -> {
            List<UUID> back = writer.restore(owner.value(), values(some), clock.instant());
            back.forEach(id -> Events.append(events, owner, new AssetId(id), "restored"));
            return back.size();
        });
    }

    @Override
    public AssetView bringIn(
            PrincipalId owner, Optional<String> plan, Path spooled, Path workFolder, Optional<String> fileName)
            throws PluginException {
        PreparedMedia media = pipeline.prepare(spooled, workFolder, new MediaOrigin.BroughtIn());
        Keeper.Draft draft = new Keeper.Draft(
                new AssetId(ids.next()),
                owner,
                AssetOrigin.UPLOADED,
                Actor.person(owner),
                Optional.empty(),
                fileName,
                plan,
                media.provenance().digitalSourceType().orElse(""));
        KeptAsset kept = keepOrGiveUp(draft, media, workFolder);
        if (!tx.required(() -> keeper.publish(kept))) {
            throw notFound();
        }
        return get(Actor.person(owner), kept.id());
    }

    private KeptAsset keepOrGiveUp(Keeper.Draft draft, PreparedMedia media, Path workFolder) throws PluginException {
        try {
            return keeper.keep(draft, media, workFolder);
        } catch (PluginException | RuntimeException e) {
            keeper.abandon(new KeptAsset(draft.id(), draft.owner(), 0));
            throw e;
        }
    }

    private static PrincipalId owner(Actor viewer) {
        return viewer.principal().orElseThrow(() -> ProblemException.of(ProblemType.NOT_SIGNED_IN));
    }

    private static void requireFew(Set<AssetId> some) {
        if (some.size() > MAX_AT_ONCE) {
            throw ProblemException.field(ProblemType.VALIDATION, "/ids", "too-many", "at most " + MAX_AT_ONCE);
        }
    }

    private static Set<UUID> values(Set<AssetId> some) {
        return some.stream().map(AssetId::value).collect(Collectors.toSet());
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemType.NOT_FOUND);
    }
}
