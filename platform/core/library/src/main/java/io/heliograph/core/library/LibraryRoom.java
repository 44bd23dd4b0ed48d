package io.heliograph.core.library;

import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.event.EventLog;
import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.inventory.ExportParticipant;
import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.core.library.store.AssetSweep;
import io.heliograph.core.library.store.AssetWriter;
import io.heliograph.core.media.MediaPipeline;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.EpochSource;
import io.heliograph.policy.PolicyEngine;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The library put together. Made once per process; holds nothing that must be closed. */
public final class LibraryRoom {
    private final Library library;
    private final ResultKeeper keeper;
    private final Eraser eraser;
    private final ErasureParticipant erasure;
    private final ExportParticipant export;
    private final List<RetentionClass> retention;
    private final StoredResultLinks links;
    private final EndNotices endNotices;
    private final Tx tx;
    private final AssetSweep sums = new AssetSweep();

    /** What the library is made of. */
    public record Parts(
            Tx tx,
            Ids ids,
            InstantSource clock,
            Sealer sealer,
            EventLog events,
            PolicyEngine gates,
            LibraryStore.Stores stores,
            MediaPipeline pipeline,
            AssetDisclosures disclosures,
            LibrarySettings settings) {}

    /** The library of these parts. */
    public LibraryRoom(Parts parts) {
        Texts texts = new Texts(parts.sealer());
        Shelf shelf = new Shelf(parts.gates(), parts.stores(), parts.sealer());
        Keeper ofBoth = new Keeper(
                parts.tx(), parts.ids(), parts.clock(), parts.gates(), parts.sealer(), texts, shelf, parts.events());
        this.keeper = ofBoth;
        this.eraser = new Eraser(parts.tx(), parts.clock(), shelf, parts.settings());
        this.library = new StoredLibrary(parts, ofBoth, eraser, shelf, texts);
        this.erasure = new LibraryErasure(parts.tx(), parts.clock(), eraser);
        this.export = new LibraryExport(parts.tx(), library);
        this.links = new StoredResultLinks(parts.tx(), parts.clock());
        this.endNotices =
                new EndNotices(parts.tx(), parts.clock(), parts.settings().noticeLead());
        this.tx = parts.tx();
        this.retention = List.of(
                new LibraryRetention(AssetOrigin.GENERATED, parts.tx(), eraser),
                new LibraryRetention(AssetOrigin.UPLOADED, parts.tx(), eraser),
                new LibraryRetention.OfMaking(parts.tx()),
                links.retention());
    }

    /** The epoch of objects of kind {@code asset}; the engine is made before the library, so this needs the record alone. */
    public static EpochSource epochs(Tx tx) {
        AssetWriter writer = new AssetWriter();
        return object -> tx.required(() -> writer.epoch(object.id()));
    }

    public Library library() {
        return library;
    }

    /** Links to results that open without signing in. */
    public ResultLinks links() {
        return links;
    }

    public ResultKeeper keeper() {
        return keeper;
    }

    public ErasureParticipant erasure() {
        return erasure;
    }

    public ExportParticipant export() {
        return export;
    }

    public List<RetentionClass> retention() {
        return retention;
    }

    /** Tells owners before their files end. */
    public EndNotices endNotices() {
        return endNotices;
    }

    /** How much some people keep, for administrators: counts, never content. Who keeps nothing is left out. */
    public Map<PrincipalId, Shelved> shelved(Collection<PrincipalId> owners) {
        Map<PrincipalId, Shelved> all = new HashMap<>();
        tx.required(() -> sums.sizes(owners.stream().map(PrincipalId::value).toList()))
                .forEach(size -> all.put(new PrincipalId(size.owner()), new Shelved(size.things(), size.bytes())));
        return all;
    }

    /** How much somebody keeps. @param bytes of all originals */
    public record Shelved(long things, long bytes) {}

    /**
     * One round of taking away what is deleted and past its undo window, or was never published; a chore for every few seconds. Answers how
     * many assets were erased.
     */
    public int sweep(int limit, HoldCheck holds) {
        return eraser.round(limit, holds);
    }
}
