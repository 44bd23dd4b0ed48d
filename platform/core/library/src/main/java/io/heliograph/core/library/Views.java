package io.heliograph.core.library;

import io.heliograph.core.library.store.AssetRow;
import io.heliograph.core.media.MediaType;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Actor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows as a viewer may see them: sealed texts for the owner only. */
final class Views {
    private final Texts texts;

    Views(Texts texts) {
        this.texts = texts;
    }

    AssetView of(AssetRow row, Actor viewer) {
        boolean own = isOwn(row, viewer);
        return of(
                row,
                own ? texts.making(row).map(Making::prompt) : Optional.empty(),
                own ? texts.fileName(row) : Optional.empty());
    }

    AssetView of(AssetRow row, Optional<String> prompt, Optional<String> fileName) {
        return new AssetView(
                new AssetId(row.id()),
                new PrincipalId(row.owner()),
                AssetOrigin.ofWord(row.origin()),
                type(row),
                row.width(),
                row.height(),
                row.durationMillis(),
                row.originalBytes(),
                row.blurHash(),
                widths(row),
                row.visibility(),
                row.createdAt(),
                row.keepUntil(),
                prompt,
                fileName,
                row.job().map(JobId::new),
                Optional.of(row.modelId()).filter(text -> !text.isEmpty()),
                Optional.of(row.modelTitle()).filter(text -> !text.isEmpty()),
                etag(row.sha256()));
    }

    static boolean isOwn(AssetRow row, Actor viewer) {
        return viewer instanceof Actor.Person(PrincipalId id) && id.value().equals(row.owner());
    }

    static MediaType type(AssetRow row) {
        return MediaType.ofMimeType(row.mediaType()).orElseThrow(() -> new IllegalStateException(row.mediaType()));
    }

    static List<Integer> widths(AssetRow row) {
        return row.thumbnailWidths().isEmpty()
                ? List.of()
                : Stream.of(row.thumbnailWidths().split(",", -1))
                        .map(Integer::valueOf)
                        .toList();
    }

    static String etag(String sha256) {
        return "\"" + sha256.substring(0, Math.min(32, sha256.length())) + "\"";
    }
}
