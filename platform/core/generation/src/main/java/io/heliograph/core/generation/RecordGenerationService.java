package io.heliograph.core.generation;

import io.heliograph.core.billing.Plan;
import io.heliograph.core.billing.Plans;
import io.heliograph.core.billing.ledger.Ledger;
import io.heliograph.core.event.EventBus;
import io.heliograph.core.generation.store.ClaimStore;
import io.heliograph.core.generation.store.JobRow;
import io.heliograph.core.generation.store.JobStore;
import io.heliograph.core.generation.store.NewJob;
import io.heliograph.core.generation.store.WishTakenException;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.kernel.Uuids;
import io.heliograph.policy.RateLimitState;
import io.heliograph.spi.provider.Options;
import io.heliograph.spi.provider.Quote;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The service on the record. */
final class RecordGenerationService implements GenerationService {
    private static final Duration BUSY_AGAIN = Duration.ofSeconds(30);
    private static final int POSITIONS_A_PAGE = 20;

    private final Tx tx;
    private final Ids ids;
    private final InstantSource clock;
    private final Ledger ledger;
    private final Plans plans;
    private final Gates gates;
    private final Catalogue catalogue;
    private final References references;
    private final Sealing sealing;
    private final JobEvents events;
    private final EventBus bus;
    private final Views views;
    private final ProgressBoard board;
    private final Pace pace;
    private final GenerationSettings settings;
    private final CancelStep cancelling;
    private final JobStore jobs = new JobStore();
    private final ClaimStore claims = new ClaimStore();

    /** What the service works with. */
    record Parts(
            Tx tx,
            Ids ids,
            InstantSource clock,
            Ledger ledger,
            Plans plans,
            Gates gates,
            Catalogue catalogue,
            References references,
            Sealing sealing,
            JobEvents events,
            EventBus bus,
            Views views,
            ProgressBoard board,
            Pace pace,
            GenerationSettings settings) {}

    RecordGenerationService(Parts parts) {
        this.tx = parts.tx();
        this.ids = parts.ids();
        this.clock = parts.clock();
        this.ledger = parts.ledger();
        this.plans = parts.plans();
        this.gates = parts.gates();
        this.catalogue = parts.catalogue();
        this.references = parts.references();
        this.sealing = parts.sealing();
        this.events = parts.events();
        this.bus = parts.bus();
        this.views = parts.views();
        this.board = parts.board();
        this.pace = parts.pace();
        this.settings = parts.settings();
        this.cancelling = new CancelStep(tx, ledger, events, bus);
    }

    @Override
    public List<CatalogueModel> catalogue(Viewer viewer) {
        return catalogue.all();
    }

    @Override
    public GenerationQuote quote(Viewer viewer, QuoteCommand command) {
        WishCheck.checked(command);
        Catalogue.Model model = catalogue.require(command.model());
        WishCheck.fits(model, command.count(), command.references());
        requireUsable(viewer, command.references());
        Options options = model.schema().complete(command.options());
        Quote quote = catalogue.quote(model, options, command.count(), command.references());
        Plan plan = plans.planOf(viewer.principal());
        EnumSet<DataCategory> categories = EnumSet.of(DataCategory.PROMPT);
        if (!command.references().isEmpty()) {
            categories.add(DataCategory.UPLOAD);
        }
        long waiting = tx.required(() -> claims.waiting(model.id().instance().value()));
        double work = pace.seconds(model.id()).orElse(model.card().typicalSeconds() * command.count());
        double seconds =
                work * (1 + (double) waiting / Math.max(1, model.engine().concurrency()));
        return new GenerationQuote(
                model.id(),
                quote.totalCredits(),
                quote.creditsPerOutput(),
                ledger.balance(viewer.principal()).available() >= quote.totalCredits(),
                seconds,
                model.engine().view(),
                options.asMap(),
                categories,
                gates.keepResult(viewer, plan.code()));
    }

    @Override
    public Accepted submit(Viewer viewer, String idempotencyKey, GenerationCommand command) {
        GenerationCommand wish = WishCheck.checked(idempotencyKey, command);
        Plan plan = plans.planOf(viewer.principal());
        Before before = before(viewer, idempotencyKey, wish, plan);
        if (before.same().isPresent()) {
            return before.same().get();
        }
        Catalogue.Model model = catalogue.require(wish.model());
        WishCheck.fits(model, wish.count(), wish.references());
        requireUsable(viewer, wish.references());
        Options options = model.schema().complete(wish.options());
        Quote quote = catalogue.quote(model, options, wish.count(), wish.references());
        List<RateLimitState> limits = gates.admit(
                viewer,
                new Gates.Wish(
                        model.id(),
                        Catalogue.kind(model.card().kind()),
                        wish.count(),
                        wish.prompt().length(),
                        quote.totalCredits(),
                        plan.code()));
        if (before.unfinished() >= plan.maxActiveJobs()) {
            throw ProblemException.retryAfter(ProblemType.TOO_MANY_REQUESTS, BUSY_AGAIN);
        }
        Optional<Instant> keepUntil = gates.keepWish(viewer, plan.code());
        JobInput input = new JobInput(
                wish.prompt(), wish.negativePrompt(), wish.options(), options.asMap(), wish.seed(), wish.references());
        UUID id = ids.next();
        NewJob job = new NewJob(
                id,
                viewer.principal().value(),
                idempotencyKey,
                model.id().instance().value(),
                model.card().id(),
                model.card().title(),
                Catalogue.kind(model.card().kind()).name(),
                model.card().origin().name(),
                wish.count(),
                quote.creditsPerOutput(),
                quote.totalCredits(),
                sealing.input(viewer.principal(), id, input),
                plan.priority(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                settings.waitLimit(),
                keepUntil);
        try {
            JobRow row = tx.required(() -> accept(job));
            return new Accepted(views.of(row, input, List.of(), Views.Place.UNKNOWN), false, limits);
        } catch (WishTakenException lostRace) {
            return before(viewer, idempotencyKey, wish, plan)
                    .same()
                    .orElseThrow(() -> ProblemException.of(ProblemType.CONFLICT).causedBy(lostRace));
        }
    }

    /** Locks in the one order: the accounts, the job, its owner's turn, the event. */
    private JobRow accept(NewJob job) {
        if (job.credits() > 0) {
            ledger.reserve(new JobId(job.id()), new PrincipalId(job.principal()), job.credits());
        }
        jobs.insert(job);
        claims.enqueue(job.instance(), job.principal(), job.priority(), Duration.ZERO);
        events.tell(job.principal(), job.id(), GenerationState.QUEUED, OptionalDouble.empty(), 0);
        Tx.afterCommit(() -> bus.publish(GenerationWorker.QUEUE_TOPIC, job.instance()));
        return JobRow.accepted(job);
    }

    /** What is there before a wish: the same one, asked before, and how many others of its owner are unfinished. */
    private record Before(Optional<Accepted> same, long unfinished) {}

    private Before before(Viewer viewer, String key, GenerationCommand wish, Plan plan) {
        return tx.required(() -> {
            JobStore.Standing standing = jobs.standing(viewer.principal().value(), key, plan.maxActiveJobs());
            Optional<JobRow> row = standing.earlier();
            if (row.isPresent()
                    && row.get().createdAt().plus(settings.keyLife()).isBefore(clock.instant())) {
                jobs.freeKey(row.get().id());
                return new Before(Optional.empty(), standing.unfinished());
            }
            return new Before(row.map(found -> repeated(viewer, found, wish)), standing.unfinished());
        });
    }

    private Accepted repeated(Viewer viewer, JobRow found, GenerationCommand wish) {
        JobInput input = sealing.openInput(viewer.principal(), found.id(), found.inputSealed());
        if (!same(found, input, wish)) {
            throw ProblemException.of(ProblemType.IDEMPOTENCY_MISMATCH);
        }
        return new Accepted(views.of(found, place(found)), true, List.of());
    }

    private static boolean same(JobRow row, JobInput input, GenerationCommand wish) {
        return (row.instance() + "/" + row.model()).equals(wish.model())
                && row.count() == wish.count()
                && input.prompt().equals(wish.prompt())
                && input.negativePrompt().equals(wish.negativePrompt())
                && input.seed().equals(wish.seed())
                && input.references().equals(wish.references())
                && Sealing.asText(input.given()).equals(Sealing.asText(wish.options()));
    }

    private void requireUsable(Viewer viewer, List<ReferenceInput> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!references.usable(viewer, wanted.get(i).asset())) {
                throw ProblemException.field(
                        ProblemType.BAD_REFERENCE, "/references/" + i + "/assetId", "unknown", "one of your own");
            }
        }
    }

    @Override
    public GenerationView get(Viewer viewer, JobId id) {
        return tx.required(() -> {
            JobRow row = own(viewer, id);
            return views.of(row, place(row));
        });
    }

    private JobRow own(Viewer viewer, JobId id) {
        return jobs.find(id.value())
                .filter(row -> row.principal().equals(viewer.principal().value()))
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    }

    private Views.Place place(JobRow row) {
        if (!row.state().equals(JobState.QUEUED.name())) {
            return Views.Place.UNKNOWN;
        }
        int position = claims.position(row.instance(), row.principal(), row.id());
        ModelId model = new ModelId(new InstanceId(row.instance()), row.model());
        return new Views.Place(
                OptionalInt.of(position),
                catalogue
                        .known(model)
                        .map(known -> OptionalDouble.of(pace.startsInSeconds(
                                model,
                                position,
                                known.engine().concurrency(),
                                known.card().typicalSeconds() * row.count())))
                        .orElse(OptionalDouble.empty()));
    }

    @Override
    public Page<GenerationView> list(Viewer viewer, Filter filter, Optional<Cursor> after, int limit) {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("a page has 1 to 200 generations");
        }
        @Nullable UUID before = after.map(RecordGenerationService::after).orElse(null);
        @Nullable
        Boolean finished = switch (filter) {
            case ALL -> null;
            case ACTIVE -> false;
            case FINISHED -> true;
        };
        return tx.required(() -> {
            Page<JobRow> rows = Page.cut(
                    jobs.list(viewer.principal().value(), finished, before, limit + 1),
                    limit,
                    row -> Cursor.of(row.id().toString()));
            int[] asked = {0};
            return rows.map(row -> views.of(row, asked[0]++ < POSITIONS_A_PAGE ? place(row) : Views.Place.UNKNOWN));
        });
    }

    private static UUID after(Cursor cursor) {
        return Optional.of(cursor.keys())
                .filter(keys -> keys.size() == 1)
                .flatMap(keys -> Uuids.parse(keys.getFirst()))
                .orElseThrow(() -> ProblemException.of(ProblemType.BAD_CURSOR));
    }

    @Override
    public GenerationView cancel(Viewer viewer, JobId id) {
        tx.required(() -> own(viewer, id));
        cancelling.cancel(id);
        return get(viewer, id);
    }

    @Override
    public void delete(Viewer viewer, JobId id) {
        tx.required(() -> {
            own(viewer, id);
            if (!jobs.removeFinished(viewer.principal().value(), id.value())) {
                throw ProblemException.of(ProblemType.CONFLICT);
            }
        });
        board.end(id);
    }

    @Override
    public Optional<Preview> preview(Viewer viewer, JobId id) {
        tx.required(() -> own(viewer, id));
        return board.preview(id);
    }
}
