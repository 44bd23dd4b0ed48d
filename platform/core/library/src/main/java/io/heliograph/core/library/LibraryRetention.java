package io.heliograph.core.library;

import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.core.library.store.AssetSweep;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Assets of one origin end at the deadline in their row. */
@Commitment("R1")
final class LibraryRetention implements RetentionClass {
    private final AssetOrigin origin;
    private final Tx tx;
    private final Eraser eraser;
    private final AssetSweep sweep = new AssetSweep();

    LibraryRetention(AssetOrigin origin, Tx tx, Eraser eraser) {
        this.origin = origin;
        this.tx = tx;
        this.eraser = eraser;
    }

    @Override
    public String name() {
        return origin == AssetOrigin.GENERATED ? "result" : "upload";
    }

    @Override
    public DataCategory category() {
        return origin.category();
    }

    /** Out of sight first, then the bytes; what is deleted and past its undo window goes the same way. */
    @Override
    public int sweep(Instant now, int limit, HoldCheck holds) {
        Set<UUID> held = Eraser.held(holds);
        tx.required(() -> {
            sweep.expire(origin.word(), now, held, limit);
        });
        return eraser.round(limit, holds);
    }

    @Override
    public long overdue(Instant now, HoldCheck holds) {
        Set<UUID> held = Eraser.held(holds);
        return tx.required(() -> sweep.overdue(origin.word(), now, held));
    }

    /** How results were made is forgotten at the deadline of prompts, which may come before the result's own. */
    static final class OfMaking implements RetentionClass {
        private final Tx tx;
        private final AssetSweep sweep = new AssetSweep();

        OfMaking(Tx tx) {
            this.tx = tx;
        }

        @Override
        public String name() {
            return "result-prompt";
        }

        @Override
        public DataCategory category() {
            return DataCategory.PROMPT;
        }

        @Override
        public int sweep(Instant now, int limit, HoldCheck holds) {
            Set<UUID> held = Eraser.held(holds);
            return tx.required(() -> sweep.expireMaking(now, held, limit));
        }

        @Override
        public long overdue(Instant now, HoldCheck holds) {
            Set<UUID> held = Eraser.held(holds);
            return tx.required(() -> sweep.makingOverdue(now, held));
        }
    }
}
