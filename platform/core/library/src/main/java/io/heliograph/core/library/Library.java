package io.heliograph.core.library;

import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Purpose;
import io.heliograph.spi.PluginException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What a person can do with what they keep. What is not there, not visible to the viewer, or deleted is answered alike: {@code not-found}.
 * Every method blocks for the record and may be called on a virtual thread; safe for many threads.
 */
@Commitment({"V1", "R1", "C3"})
public interface Library {
    /** Type of the events; the payload is {@code {"id":..,"change":"created|updated|deleted|restored"}}. */
    String EVENT = "asset";

    /** Most assets of one page, and of one call of {@link #delete}, {@link #restore} or {@link #eraseNow}. */
    int MAX_AT_ONCE = 500;

    /** The viewer's own, newest first. Only a person has any. @param limit 1 to 200 */
    Page<AssetView> page(Actor viewer, AssetFilter filter, Optional<Cursor> after, int limit);

    /** One's own in numbers. */
    LibrarySummary summary(Actor viewer);

    /** One that the viewer may see. */
    AssetView get(Actor viewer, AssetId id);

    /** Those of the given ones that the viewer may see, in no order. @param ids at most {@link #MAX_AT_ONCE} */
    Set<AssetView> getAll(Actor viewer, Set<AssetId> ids);

    /** Everything about one. */
    AssetDetails details(Actor viewer, AssetId id);

    /**
     * A file of one that the viewer may see.
     *
     * @param purpose why: {@link Purpose#VIEW} for people, {@link Purpose#GENERATION} for a reference on its way to an engine
     */
    AssetContent open(Actor viewer, Purpose purpose, AssetId id, Variant variant);

    /** Changes who sees it. @param visibility {@code private} or {@code public} */
    AssetView setVisibility(Actor viewer, AssetId id, String visibility);

    /**
     * Makes one's own invisible to everybody at once; after the undo window bytes, thumbnails and prompts are erased. What is not there is not
     * counted.
     */
    Deletion delete(Actor viewer, Set<AssetId> ids);

    /** Undoes a deletion within its window; answers how many came back. */
    int restore(Actor viewer, Set<AssetId> ids);

    /** Deletes without undo and takes the bytes away as far as the store answers now; the sweeper does the rest. */
    int eraseNow(Actor viewer, Set<AssetId> ids);

    /**
     * Takes in a file that a person brought: checked, stripped, sealed, private.
     *
     * @param spooled the bytes as they came
     * @param workFolder inside the spool; the caller empties it in any case
     * @param fileName shown to the owner and to nobody else
     * @throws io.heliograph.kernel.ProblemException {@code unsupported-media-type}, {@code too-large}, {@code bad-media}
     * @throws PluginException the store failed; nothing is kept
     */
    AssetView bringIn(
            PrincipalId owner, Optional<String> plan, Path spooled, Path workFolder, Optional<String> fileName)
            throws PluginException;
}
