package io.heliograph.core.library;

import io.heliograph.core.media.MediaKind;
import io.heliograph.kernel.JobId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which of one's assets to list; empty parts do not narrow.
 *
 * @param createdFrom inclusive
 * @param createdTo exclusive
 * @param expiresBefore those with a deadline before this
 * @param words all of which occur in the prompt or file name, in any case and order; at most 200 characters
 */
public record AssetFilter(
        Optional<MediaKind> kind,
        Optional<AssetOrigin> origin,
        Optional<String> visibility,
        Optional<String> modelId,
        Optional<JobId> job,
        Optional<Instant> createdFrom,
        Optional<Instant> createdTo,
        Optional<Instant> expiresBefore,
        Optional<String> words) {
    private static final AssetFilter ALL = new AssetFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Everything of one's own. */
    public static AssetFilter all() {
        return ALL;
    }

    /** Only of this kind. */
    public AssetFilter of(MediaKind newKind) {
        return new AssetFilter(
                Optional.of(newKind), origin, visibility, modelId, job, createdFrom, createdTo, expiresBefore, words);
    }

    /** Only made here, or only brought in. */
    public AssetFilter from(AssetOrigin newOrigin) {
        return new AssetFilter(
                kind, Optional.of(newOrigin), visibility, modelId, job, createdFrom, createdTo, expiresBefore, words);
    }

    /** Only with these words. */
    public AssetFilter with(String newWords) {
        return new AssetFilter(
                kind, origin, visibility, modelId, job, createdFrom, createdTo, expiresBefore, Optional.of(newWords));
    }
}
