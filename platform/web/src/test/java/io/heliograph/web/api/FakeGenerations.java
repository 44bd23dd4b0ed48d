package io.heliograph.web.api;

import io.heliograph.core.generation.Accepted;
import io.heliograph.core.generation.CatalogueModel;
import io.heliograph.core.generation.EngineView;
import io.heliograph.core.generation.FailureView;
import io.heliograph.core.generation.GenerationCommand;
import io.heliograph.core.generation.GenerationQuote;
import io.heliograph.core.generation.GenerationService;
import io.heliograph.core.generation.GenerationState;
import io.heliograph.core.generation.GenerationView;
import io.heliograph.core.generation.ModelId;
import io.heliograph.core.generation.NoteView;
import io.heliograph.core.generation.Preview;
import io.heliograph.core.generation.QuoteCommand;
import io.heliograph.core.generation.RecipientView;
import io.heliograph.core.generation.ReferenceUse;
import io.heliograph.core.generation.ResultKind;
import io.heliograph.core.generation.Viewer;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.RateLimitState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts everything for one model and finishes nothing by itself. */
final class FakeGenerations implements GenerationService {
    static final ModelId MODEL = new ModelId(new InstanceId("landscapes"), "landscapes-v1");
    static final String SCHEMA = """
            {"type":"object","additionalProperties":false,"properties":{"size":{"type":"string","enum":["768x512","512x512"],"default":"768x512"}}}
            """;

    final Map<JobId, GenerationView> jobs = new ConcurrentHashMap<>();
    final Map<String, JobId> keys = new ConcurrentHashMap<>();
    final List<GenerationCommand> wishes = new ArrayList<>();
    private final Ids ids;

    FakeGenerations(Ids ids) {
        this.ids = ids;
    }

    static EngineView engine() {
        return new EngineView(
                MODEL.instance(),
                "provider-procedural",
                "Landscapes",
                true,
                List.of(new RecipientView(
                        "Nobody Ltd", "DE", "processor", "none", "nothing", "no", "https://example.org/privacy")),
                false);
    }

    @Override
    public List<CatalogueModel> catalogue(Viewer viewer) {
        return List.of(
                model(MODEL, ResultKind.IMAGE, Optional.empty()),
                model(new ModelId(MODEL.instance(), "clips"), ResultKind.VIDEO, Optional.of("circuit-open")));
    }

    private static CatalogueModel model(ModelId id, ResultKind kind, Optional<String> unavailable) {
        return new CatalogueModel(
                id,
                "Landscapes",
                "Draws landscapes",
                kind,
                engine(),
                SCHEMA,
                0,
                false,
                4,
                3,
                List.of(ReferenceUse.CONTENT),
                false,
                true,
                true,
                unavailable);
    }

    @Override
    public GenerationQuote quote(Viewer viewer, QuoteCommand command) {
        return new GenerationQuote(
                MODEL,
                0,
                0,
                true,
                3.5,
                engine(),
                Map.of("size", "768x512"),
                Set.of(DataCategory.PROMPT),
                Optional.of(FakeAccounts.NOW));
    }

    @Override
    public Accepted submit(Viewer viewer, String idempotencyKey, GenerationCommand command) {
        if (!command.model().equals(MODEL.toString())) {
            throw ProblemException.of(ProblemType.UNKNOWN_MODEL);
        }
        if (command.prompt().equals("too dear")) {
            throw ProblemException.of(ProblemType.NO_CREDITS, Map.of("needed", 4L, "available", 0L));
        }
        JobId known = keys.get(idempotencyKey);
        if (known != null) {
            return new Accepted(get(viewer, known), true, List.of());
        }
        wishes.add(command);
        GenerationView view = view(new JobId(ids.next()), command.prompt(), GenerationState.QUEUED, List.of());
        jobs.put(view.id(), view);
        keys.put(idempotencyKey, view.id());
        return new Accepted(view, false, List.of(new RateLimitState("account", 100, 99, 60, 1)));
    }

    GenerationView view(JobId id, String prompt, GenerationState state, List<AssetId> results) {
        boolean failed = state == GenerationState.FAILED;
        boolean running = state == GenerationState.RUNNING;
        return new GenerationView(
                id,
                state,
                MODEL,
                "Landscapes",
                Optional.of(engine()),
                ResultKind.IMAGE,
                prompt,
                Optional.empty(),
                Map.of("size", "768x512"),
                OptionalLong.of(7),
                1,
                List.of(),
                0,
                false,
                FakeAccounts.NOW,
                Optional.empty(),
                Optional.empty(),
                state == GenerationState.QUEUED ? OptionalInt.of(1) : OptionalInt.empty(),
                OptionalDouble.empty(),
                running ? OptionalDouble.of(0.5) : OptionalDouble.empty(),
                running ? OptionalInt.of(3) : OptionalInt.empty(),
                !state.finished(),
                Optional.of(FakeAccounts.NOW),
                results,
                List.of(new NoteView("words-ignored", List.of("unicorn", "disco"))),
                failed ? Optional.of(new FailureView("timed-out", false, true)) : Optional.empty());
    }

    void become(JobId id, GenerationState state, AssetId... results) {
        jobs.computeIfPresent(id, (_, old) -> view(id, old.prompt(), state, List.of(results)));
    }

    @Override
    public GenerationView get(Viewer viewer, JobId id) {
        GenerationView view = jobs.get(id);
        if (view == null) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        return view;
    }

    @Override
    public Page<GenerationView> list(Viewer viewer, Filter filter, Optional<Cursor> after, int limit) {
        return new Page<>(List.copyOf(jobs.values()), Optional.of(Cursor.of("a", "b")));
    }

    @Override
    public GenerationView cancel(Viewer viewer, JobId id) {
        get(viewer, id);
        become(id, GenerationState.CANCELED);
        return get(viewer, id);
    }

    @Override
    public void delete(Viewer viewer, JobId id) {
        if (!get(viewer, id).state().finished()) {
            throw ProblemException.of(ProblemType.CONFLICT);
        }
        jobs.remove(id);
    }

    @Override
    public Optional<Preview> preview(Viewer viewer, JobId id) {
        return get(viewer, id).previewSeq().isPresent()
                ? Optional.of(new Preview(3, "image/png", new byte[] {1, 2, 3}))
                : Optional.empty();
    }
}
