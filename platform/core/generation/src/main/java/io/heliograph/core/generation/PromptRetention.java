package io.heliograph.core.generation;

import io.heliograph.core.generation.store.JobErasureStore;
import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Wishes end with the period that STORE gave them; one that is still being worked on ends when that is over. */
@Commitment({"R1", "R2"})
public final class PromptRetention implements RetentionClass {
    private final Tx tx;
    private final JobErasureStore store = new JobErasureStore();

    PromptRetention(Tx tx) {
        this.tx = tx;
    }

    @Override
    public String name() {
        return "prompt";
    }

    @Override
    public DataCategory category() {
        return DataCategory.PROMPT;
    }

    @Override
    public int sweep(Instant now, int limit, HoldCheck holds) {
        List<UUID> held = held(holds);
        return tx.required(() -> store.sweep(now, limit, held));
    }

    @Override
    public long overdue(Instant now, HoldCheck holds) {
        List<UUID> held = held(holds);
        return tx.required(() -> store.overdue(now, held));
    }

    private static List<UUID> held(HoldCheck holds) {
        return holds.held().stream().map(PrincipalId::value).toList();
    }
}
