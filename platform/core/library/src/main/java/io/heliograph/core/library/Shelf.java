package io.heliograph.core.library;

import io.heliograph.core.crypto.SealContext;
import io.heliograph.core.crypto.SealedLayout;
import io.heliograph.core.crypto.SealedRange;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.crypto.SegmentSize;
import io.heliograph.core.library.store.BlobRow;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Facts;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.ObjectRef;
import io.heliograph.policy.Permit;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.Purpose;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteRange;
import io.heliograph.spi.store.BlobKey;
import io.heliograph.spi.store.BlobStore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Bytes to and from the stores: every call asks its gate first and shows the permit. Outside units of work only. */
final class Shelf {
    private final PolicyEngine gates;
    private final LibraryStore.Stores stores;
    private final Sealer sealer;

    Shelf(PolicyEngine gates, LibraryStore.Stores stores, Sealer sealer) {
        this.gates = gates;
        this.stores = stores;
        this.sealer = sealer;
    }

    InstanceId current() {
        return stores.current();
    }

    /** Keys say whose and what, so that a look into a store finds everything of a person: {@code library/owner/blob}. */
    static BlobKey key(BlobRow blob) {
        return new BlobKey("library/" + blob.owner().toString().replace("-", "") + "/"
                + blob.id().toString().replace("-", ""));
    }

    /** Puts sealed bytes. @param question asked at STORE, without the call, which is added here */
    void put(BlobRow blob, GateRequest.Builder question, SealedFile sealed) throws PluginException {
        InstanceId instance = new InstanceId(blob.store());
        Permit permit = gates.require(question.call(instance, LibraryStore.PUT).build());
        store(instance).put(permit, key(blob), sealed);
    }

    /** Writes a plain range of a blob that the viewer may see at this moment. */
    void copy(BlobRow blob, Viewed viewed, long from, long to, OutputStream out) throws IOException, PluginException {
        if (from == to) {
            return;
        }
        InstanceId instance = new InstanceId(blob.store());
        Permit permit;
        try {
            permit = gates.require(GateRequest.reveal(viewed.purpose(), viewed.actor(), ObjectRef.asset(viewed.asset()))
                    .grant(ObjectRef.asset(viewed.asset()), viewed.epoch())
                    .owner(new PrincipalId(blob.owner()))
                    .fact(Facts.VISIBILITY, viewed.visibility())
                    .fact(Facts.MEDIA_TYPE, blob.mediaType())
                    .call(instance, LibraryStore.GET)
                    .build());
        } catch (PolicyDeniedException denied) {
            throw denied.toProblem();
        }
        SealedLayout layout = new SealedLayout(SegmentSize.valueOf(blob.segment()));
        SealedRange range = new SealedRange(
                layout,
                blob.sealedBytes(),
                blob.head().orElseThrow(() -> new IllegalStateException("a stored blob without its head")),
                from,
                to);
        SealedLayout.Run run = range.run();
        try (OutputStream opening =
                sealer.openingRange(new PrincipalId(blob.owner()), SealContext.blob(blob.id()), range, out)) {
            boolean found = store(instance)
                    .get(permit, key(blob), Optional.of(new ByteRange(run.from(), run.length())), opening::write);
            if (!found) {
                throw ProblemException.of(ProblemType.NOT_FOUND);
            }
        }
    }

    /**
     * Who looks at what, as it was when it was found: the gate compares it with how it is now.
     *
     * @param epoch of the asset's row when it was read
     */
    record Viewed(Actor actor, Purpose purpose, AssetId asset, long epoch, String visibility) {}

    /**
     * Deletes a blob and looks again: true only where the store was asked afterwards and has nothing under the key.
     *
     * @throws PluginException the store is away: nothing is known
     */
    boolean erase(BlobRow blob, Purpose purpose) throws PluginException {
        InstanceId instance = new InstanceId(blob.store());
        LibraryStore store = store(instance);
        BlobStore.Deletion deletion =
                store.delete(erasePermit(blob, purpose, instance, LibraryStore.DELETE), key(blob));
        if (deletion == BlobStore.Deletion.PENDING) {
            return false;
        }
        return store.sizeBytes(erasePermit(blob, purpose, instance, LibraryStore.SIZE), key(blob))
                .isEmpty();
    }

    private Permit erasePermit(BlobRow blob, Purpose purpose, InstanceId instance, String method) {
        return gates.require(GateRequest.erase(purpose, Actor.system(), ObjectRef.asset(new AssetId(blob.asset())))
                .owner(new PrincipalId(blob.owner()))
                .call(instance, method)
                .build());
    }

    private LibraryStore store(InstanceId instance) {
        return stores.find(instance).orElseThrow(() -> ProblemException.of(ProblemType.UNAVAILABLE));
    }
}
