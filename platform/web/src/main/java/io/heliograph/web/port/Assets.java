package io.heliograph.web.port;

import io.heliograph.core.generation.ReferenceInput;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.Page;
import io.heliograph.policy.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One's pictures and films. Every method asks the one visibility predicate with the viewer it is given. */
public interface Assets {
    /** The viewer's own things, newest first. */
    Page<AssetView> list(Actor viewer, Query query, Optional<Cursor> after, int limit);

    /** Those of these ids that the viewer may see, in the order of the ids. */
    List<AssetView> find(Actor viewer, List<AssetId> ids);

    /** Counts of the viewer's own things. */
    Summary summary(Actor viewer);

    /** Everything about one; empty if the viewer may not see it. */
    Optional<Details> details(Actor viewer, AssetId id);

    /** One of the viewer's own things; empty for an unknown one and for somebody else's, also where they may see it. */
    Optional<AssetView> own(Actor viewer, AssetId id);

    /** Changes who can see it. @param visibility {@code private} or {@code public} @throws io.heliograph.kernel.ProblemException {@code not-found} */
    Details setVisibility(Actor viewer, AssetId id, String visibility);

    /** Deletes those of these ids that are the viewer's; counts them. */
    Deletion delete(Actor viewer, List<AssetId> ids);

    /** Brings back those of these ids whose time to undo is not over; counts them. */
    int restore(Actor viewer, List<AssetId> ids);

    /** Takes in a file, read once to its end. @throws io.heliograph.kernel.ProblemException {@code unsupported-media-type}, {@code bad-media}, {@code too-large}, {@code storage-full} */
    Uploaded upload(Actor viewer, Optional<String> fileName, InputStream bytes) throws IOException;

    /** Opens the file; empty if the viewer may not see it. */
    Optional<Content> content(Actor viewer, AssetId id);

    /** Opens the thumbnail that is at least so wide, or the widest; empty if the viewer may not see it. */
    Optional<Content> thumbnail(Actor viewer, AssetId id, int width);

    /** Which things; empty parts do not narrow. */
    record Query(
            Optional<String> kind,
            Optional<Boolean> uploaded,
            Optional<String> visibility,
            Optional<String> model,
            Optional<JobId> generation,
            Optional<Instant> createdFrom,
            Optional<Instant> createdTo,
            OptionalInt expiresWithinDays,
            boolean expiresSoon,
            Optional<String> words) {}

    /**
     * A picture or film in a list.
     *
     * @param kind {@code image} or {@code video}
     * @param visibility {@code private}, {@code link} or {@code public}
     */
    record AssetView(
            AssetId id,
            String kind,
            boolean uploaded,
            String mediaType,
            int width,
            int height,
            long bytes,
            OptionalLong durationMillis,
            Optional<String> blurHash,
            Instant createdAt,
            String visibility,
            Optional<Instant> expiresAt,
            Optional<String> prompt,
            Optional<String> fileName,
            Optional<JobId> generation,
            Optional<String> model,
            Optional<String> modelName,
            List<Integer> thumbnailWidths) {
        public AssetView {
            thumbnailWidths = List.copyOf(thumbnailWidths);
        }

        /** Says nothing of the prompt: it may end up in a log. */
        @Override
        public String toString() {
            return "AssetView[" + id + "]";
        }
    }

    /** Counts. */
    record Summary(
            long total,
            long images,
            long videos,
            long uploads,
            long privately,
            long byLink,
            long publicly,
            long expiringSoon,
            Optional<Instant> nextExpiryAt,
            long bytes) {}

    /** Everything about one, the three answers included. */
    record Details(
            AssetView asset,
            Optional<String> negativePrompt,
            Map<String, Object> options,
            Optional<String> seed,
            OptionalLong credits,
            Optional<String> providerName,
            Optional<URI> digitalSourceType,
            Optional<String> sha256,
            List<ReferenceInput> references,
            List<Note> notes,
            int links,
            int staffOpenings,
            OptionalInt periodDays) {
        public Details {
            options = Map.copyOf(options);
            references = List.copyOf(references);
            notes = List.copyOf(notes);
        }
    }

    /** What an engine said about its work. */
    record Note(String code, List<String> values) {}

    /** A deletion. @param undoUntil until when it can be undone */
    record Deletion(int deleted, Instant undoUntil) {}

    /** A file taken in. @param removed what was stripped: {@code location}, {@code device}, ... */
    record Uploaded(AssetView asset, List<String> removed) {}

    /** An open file. @param sha256 of the whole, in hexadecimal; names its version */
    record Content(
            String mediaType, long bytes, String sha256, boolean visibleToAll, Optional<String> fileName, Body body) {}

    /** Writes a run of bytes. */
    @FunctionalInterface
    interface Body {
        /** Writes {@code length} bytes from {@code offset} to {@code target}; the transfer ends when this returns. */
        void copyTo(long offset, long length, OutputStream target) throws IOException;
    }
}
