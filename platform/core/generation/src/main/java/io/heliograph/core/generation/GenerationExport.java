package io.heliograph.core.generation;

import io.heliograph.core.generation.store.JobErasureStore;
import io.heliograph.core.generation.store.JobErasureStore.Which;
import io.heliograph.core.inventory.ExportParticipant;
import io.heliograph.core.inventory.ExportSink;
import io.heliograph.core.inventory.Holding;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hands a person their wishes, opened. */
@Commitment("G1")
public final class GenerationExport implements ExportParticipant {
    private static final int A_PAGE = 100;

    private final Tx tx;
    private final GenerationService service;
    private final JobErasureStore store = new JobErasureStore();

    GenerationExport(Tx tx, GenerationService service) {
        this.tx = tx;
        this.service = service;
    }

    @Override
    public String feature() {
        return GenerationContribution.FEATURE;
    }

    @Override
    public int formatVersion() {
        return 1;
    }

    @Override
    public Set<DataCategory> categories() {
        return Set.of(DataCategory.PROMPT);
    }

    @Override
    public List<Holding> holdings(PrincipalId owner) {
        Which all = new Which(owner.value(), null, null, null);
        return tx.required(() -> {
            long count = store.count(all);
            return count == 0
                    ? List.of()
                    : List.of(new Holding(
                            DataCategory.PROMPT,
                            "prompt",
                            count,
                            0,
                            store.earliestEnd(all).orElse(null)));
        });
    }

    @Override
    public Optional<String> export(PrincipalId owner, Optional<String> cursor, ExportSink sink) {
        Page<GenerationView> page = service.list(
                Viewer.of(owner), GenerationService.Filter.ALL, cursor.flatMap(text -> Cursor.decode(text, 1)), A_PAGE);
        page.items().forEach(view -> sink.line(DataCategory.PROMPT, "generation", line(view)));
        return page.next().map(Cursor::encode);
    }

    private static Map<String, Object> line(GenerationView view) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", view.id().toString());
        line.put("state", view.state().word());
        line.put("model", view.model().toString());
        line.put("prompt", view.prompt());
        view.negativePrompt().ifPresent(text -> line.put("negativePrompt", text));
        line.put("options", view.options());
        view.seed().ifPresent(seed -> line.put("seed", seed));
        line.put("count", view.count());
        line.put("credits", view.credits());
        line.put("createdAt", view.createdAt());
        view.finishedAt().ifPresent(at -> line.put("finishedAt", at));
        line.put("results", view.results().stream().map(Object::toString).toList());
        return line;
    }
}
