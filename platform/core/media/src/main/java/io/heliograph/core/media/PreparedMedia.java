package io.heliograph.core.media;

import java.util.List;

/**
 * A picture or clip ready to be kept.
 *
 * @param original the file itself: stripped, upright, marked
 * @param derived thumbnails by rising width and, for a clip, its poster; all WebP without metadata
 * @param durationMillis length of a clip, 0 for a still
 * @param blurHash about 30 characters that show colours before the thumbnail has come
 * @param provenance what the file said before it was stripped
 */
public record PreparedMedia(
        MediaFile original, List<MediaFile> derived, long durationMillis, String blurHash, Provenance provenance) {
    public PreparedMedia {
        derived = List.copyOf(derived);
    }

    public MediaKind kind() {
        return original.type().kind();
    }

    /** Bytes of all files together. */
    public long totalBytes() {
        return original.sizeBytes()
                + derived.stream().mapToLong(MediaFile::sizeBytes).sum();
    }
}
