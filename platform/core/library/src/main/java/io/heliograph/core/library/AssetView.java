package io.heliograph.core.library;

import io.heliograph.core.media.MediaType;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One asset as a viewer may see it.
 *
 * @param visibility {@code private} or {@code public}
 * @param keptUntil when it is deleted; empty: not by itself
 * @param prompt for its owner only, and only of what was made here
 * @param fileName for its owner only, of what was brought in
 * @param thumbnails nominal widths that exist, rising
 * @param etag strong, quoted, of the original
 */
public record AssetView(
        AssetId id,
        PrincipalId owner,
        AssetOrigin origin,
        MediaType type,
        int width,
        int height,
        long durationMillis,
        long bytes,
        String blurHash,
        List<Integer> thumbnails,
        String visibility,
        Instant createdAt,
        Optional<Instant> keptUntil,
        Optional<String> prompt,
        Optional<String> fileName,
        Optional<JobId> job,
        Optional<String> modelId,
        Optional<String> modelTitle,
        String etag) {
    public AssetView {
        thumbnails = List.copyOf(thumbnails);
    }

    /** Says nothing of the prompt: it may end up in a log. */
    @Override
    public String toString() {
        return "AssetView[" + id + " " + type + "]";
    }
}
