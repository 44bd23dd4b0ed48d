package io.heliograph.core.library;

import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.library.store.AssetSweep;
import io.heliograph.core.library.store.BlobRow;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.policy.Purpose;
import io.heliograph.spi.PluginException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes bytes away and proves it. Each step can be repeated: a blob's row goes only after the store was asked again and had nothing; an
 * asset's row is emptied only when it has no blob left. A store that is away leaves everything as it is, to be tried again.
 */
@Commitment({"R1", "G3"})
final class Eraser {
    private static final Logger LOG = LoggerFactory.getLogger(Eraser.class);

    private final Tx tx;
    private final InstantSource clock;
    private final Shelf shelf;
    private final LibrarySettings settings;
    private final AssetSweep sweep = new AssetSweep();

    Eraser(Tx tx, InstantSource clock, Shelf shelf, LibrarySettings settings) {
        this.tx = tx;
        this.clock = clock;
        this.shelf = shelf;
        this.settings = settings;
    }

    /** What an attempt came to. */
    enum Outcome {
        ERASED,
        /** The store says that it deletes later, or that something is still there. */
        STILL_THERE,
        /** The store cannot be asked now, or a gate says no. */
        NOT_NOW
    }

    /** Takes away one tombstoned asset. */
    Outcome erase(UUID asset, Purpose purpose) {
        List<BlobRow> blobs = tx.required(() -> sweep.blobs(asset));
        for (BlobRow blob : blobs) {
            try {
                if (!shelf.erase(blob, purpose)) {
                    return Outcome.STILL_THERE;
                }
            } catch (PluginException | ProblemException | PolicyDeniedException e) {
                LOG.warn("Bytes of asset {} could not be taken away now: {}", asset, e.toString());
                return Outcome.NOT_NOW;
            }
            tx.required(() -> {
                sweep.blobGone(blob.id());
            });
        }
        return tx.required(() -> sweep.erased(asset)) ? Outcome.ERASED : Outcome.STILL_THERE;
    }

    /** One bounded round over what is due; answers how many assets were erased. */
    int round(int limit, HoldCheck holds) {
        Instant now = clock.instant();
        tx.required(() -> {
            sweep.giveUpPending(now.minus(settings.pendingLimit()), now, limit);
            sweep.removeErasedBefore(now.minus(settings.erasedRowLimit()), limit);
        });
        Set<UUID> held = held(holds);
        List<UUID> due = tx.required(() -> sweep.due(now, held, limit));
        int erased = 0;
        for (UUID asset : due) {
            if (erase(asset, Purpose.DELETION) == Outcome.ERASED) {
                erased++;
            }
        }
        return erased;
    }

    static Set<UUID> held(HoldCheck holds) {
        return holds.held().stream().map(PrincipalId::value).collect(Collectors.toSet());
    }
}
