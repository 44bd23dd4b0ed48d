package io.heliograph.core.library;

import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.event.EventLog;
import io.heliograph.core.library.store.AssetRow;
import io.heliograph.core.library.store.AssetSweep;
import io.heliograph.core.library.store.AssetWriter;
import io.heliograph.core.library.store.BlobRow;
import io.heliograph.core.media.MediaFile;
import io.heliograph.core.media.MediaKind;
import io.heliograph.core.media.PreparedMedia;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Facts;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.ObjectRef;
import io.heliograph.policy.Permit;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.Reasons;
import io.heliograph.policy.privacy.Visibility;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows first, then bytes, then the moment of visibility; for results and for what people bring in alike. */
final class Keeper implements ResultKeeper {
    private final Tx tx;
    private final Ids ids;
    private final InstantSource clock;
    private final PolicyEngine gates;
    private final Sealer sealer;
    private final Texts texts;
    private final Shelf shelf;
    private final EventLog events;
    private final AssetWriter writer = new AssetWriter();
    private final AssetSweep sweep = new AssetSweep();

    Keeper(
            Tx tx,
            Ids ids,
            InstantSource clock,
            PolicyEngine gates,
            Sealer sealer,
            Texts texts,
            Shelf shelf,
            EventLog events) {
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
        this.gates = gates;
        this.sealer = sealer;
        this.texts = texts;
        this.shelf = shelf;
        this.events = events;
    }

    /** What a new row says beside its files; both origins are brought to this form. */
    record Draft(
            AssetId id,
            PrincipalId owner,
            AssetOrigin origin,
            Actor actor,
            Optional<NewAsset> made,
            Optional<String> fileName,
            Optional<String> plan,
            String digitalSourceType) {}

    @Override
    public KeptAsset keep(NewAsset asset, PreparedMedia media, Path workFolder) throws PluginException {
        return keep(
                new Draft(
                        asset.id(),
                        asset.owner(),
                        AssetOrigin.GENERATED,
                        Actor.system(),
                        Optional.of(asset),
                        Optional.empty(),
                        asset.plan(),
                        asset.digitalSourceType()),
                media,
                workFolder);
    }

    KeptAsset keep(Draft draft, PreparedMedia media, Path workFolder) throws PluginException {
        if (Tx.active()) {
            throw new IllegalStateException("bytes are put outside units of work");
        }
        AssetRow row = row(draft, media);
        List<MediaFile> files = Stream.concat(Stream.of(media.original()), media.derived().stream())
                .toList();
        List<BlobRow> blobs = tx.required(() -> announce(row, files));
        KeptAsset kept = new KeptAsset(draft.id(), draft.owner(), 0);
        try {
            for (int i = 0; i < blobs.size(); i++) {
                put(draft, blobs.get(i), files.get(i), media.kind(), workFolder);
            }
            return kept;
        } catch (PolicyDeniedException | PluginException e) {
            if (isRevoked(e)) {
                abandon(kept); // whatever the store took before it was stopped must go
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("spool not readable", e);
        }
    }

    private static boolean isRevoked(Exception failure) {
        return switch (failure) {
            case PolicyDeniedException denied ->
                denied.retryAfter().isEmpty() && !Reasons.RECORD_UNAVAILABLE.equals(denied.reason());
            case PluginException stopped -> stopped.kind() == ErrorKind.CANCELLED;
            default -> false;
        };
    }

    /** Rows of the asset and its files, before any byte; empty where an earlier try has come through already. */
    private List<BlobRow> announce(AssetRow row, List<MediaFile> files) {
        Optional<AssetWriter.Standing> before = writer.standing(row.id());
        if (before.isPresent() && "visible".equals(before.get().state())) {
            return List.of();
        }
        boolean gone = before.isPresent()
                && (!"pending".equals(before.get().state()) || before.get().epoch() != 0);
        if (gone) {
            throw new AssetErasedException(new AssetId(row.id()));
        }
        Map<String, BlobRow> earlier =
                sweep.blobs(row.id()).stream().collect(Collectors.toMap(BlobRow::name, Function.identity()));
        writer.insertPending(row);
        List<BlobRow> blobs = new ArrayList<>();
        for (MediaFile file : files) {
            BlobRow old = earlier.get(file.name());
            BlobRow blob = new BlobRow(
                    old == null ? ids.next() : old.id(),
                    row.id(),
                    row.owner(),
                    file.name(),
                    old == null ? shelf.current().value() : old.store(),
                    "pending",
                    file.type().mimeType(),
                    file.width(),
                    file.height(),
                    SealedFile.segment(file).name(),
                    file.sizeBytes(),
                    0,
                    Optional.empty(),
                    file.sha256());
            writer.insertBlob(blob, clock.instant());
            blobs.add(blob);
        }
        return blobs;
    }

    private void put(Draft draft, BlobRow blob, MediaFile file, MediaKind kind, Path workFolder)
            throws IOException, PluginException {
        SealedFile sealed = SealedFile.seal(sealer, draft.owner(), blob.id(), file, workFolder);
        try {
            GateRequest.Builder question = GateRequest.store(
                            draft.origin().purpose(),
                            draft.actor(),
                            draft.origin().category())
                    .owner(draft.owner())
                    .fact(Facts.PLAN, draft.plan())
                    .fact(Facts.MEDIA, kind == MediaKind.IMAGE ? "image" : "video")
                    .fact(Facts.MEDIA_TYPE, file.type().mimeType())
                    .fact(Facts.BYTES, file.sizeBytes());
            if (draft.made().isPresent()) {
                NewAsset.Grant grant = draft.made().get().grant();
                question.grant(grant.object(), grant.epoch())
                        .fact(Facts.GENERATED, true)
                        .fact(Facts.ORIGIN, draft.digitalSourceType());
            } else {
                question.grant(ObjectRef.asset(draft.id()), 0);
            }
            shelf.put(blob, question, sealed);
            byte[] head = sealed.head();
            long length = sealed.length();
            tx.required(() -> {
                writer.blobStored(blob.id(), head, length);
            });
        } finally {
            Files.deleteIfExists(sealed.path());
        }
    }

    private AssetRow row(Draft draft, PreparedMedia media) {
        MediaFile original = media.original();
        Optional<NewAsset> made = draft.made();
        UUID id = draft.id().value();
        return new AssetRow(
                id,
                draft.owner().value(),
                draft.origin().word(),
                media.kind() == MediaKind.IMAGE ? "image" : "video",
                "pending",
                Visibility.PRIVATE,
                0,
                original.type().mimeType(),
                original.width(),
                original.height(),
                media.durationMillis(),
                original.sizeBytes(),
                media.blurHash(),
                media.derived().stream()
                        .map(MediaFile::name)
                        .filter(name -> name.startsWith("w"))
                        .map(name -> name.substring(1))
                        .collect(Collectors.joining(",")),
                original.sha256(),
                draft.digitalSourceType(),
                made.map(asset -> asset.job().value()),
                made.map(NewAsset::ordinal).orElse(0),
                made.map(NewAsset::modelId).orElse(""),
                made.map(NewAsset::modelTitle).orElse(""),
                draft.fileName().map(name -> texts.sealFileName(draft.owner(), draft.id(), name)),
                made.map(asset -> texts.sealMaking(draft.owner(), draft.id(), asset.making())),
                clock.instant(),
                deadline(draft, draft.origin().category()),
                made.isPresent() ? deadline(draft, DataCategory.PROMPT) : Optional.empty());
    }

    /** Asks STORE for fields of a category; until when they may be kept is the permit's duty. */
    private Optional<Instant> deadline(Draft draft, DataCategory category) {
        GateRequest.Builder question = GateRequest.store(draft.origin().purpose(), draft.actor(), category)
                .owner(draft.owner())
                .fact(Facts.PLAN, draft.plan());
        draft.made()
                .ifPresent(made ->
                        question.grant(made.grant().object(), made.grant().epoch()));
        Permit permit = gates.require(question.build());
        permit.end();
        return permit.deadline();
    }

    @Override
    public boolean publish(KeptAsset asset) {
        if (!Tx.active()) {
            throw new IllegalStateException("publishing belongs into the caller's unit of work");
        }
        if (!writer.publish(asset.id().value(), asset.epoch())) {
            return writer.standing(asset.id().value())
                    .filter(standing -> "visible".equals(standing.state()))
                    .isPresent();
        }
        Events.append(events, asset.owner(), asset.id(), "created");
        return true;
    }

    @Override
    public void abandon(KeptAsset asset) {
        tx.required(() -> {
            writer.abandon(asset.id().value(), clock.instant());
        });
    }
}
