package io.heliograph.core.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.core.billing.ledger.Balance;
import io.heliograph.core.event.Event;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.FieldError;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Rig rig;
    private Viewer person;
    private GenerationService service;

    @BeforeEach
    void open() {
        rig = new Rig(db, true);
        person = rig.rich();
        service = rig.room.service();
    }

    @Test
    void theCatalogueHasEveryModelWithItsSchema() {
        CatalogueModel model = service.catalogue(person).getFirst();
        assertThat(model.id().toString()).isEqualTo(rig.engine.view().instance() + "/dots");
        assertThat(model.optionsSchema()).contains("\"width\"");
        assertThat(model.aiModel()).isFalse();
        assertThat(model.unavailable()).isEmpty();
        rig.engine.unavailable = Optional.of("not-answering");
        assertThat(service.catalogue(person).getFirst().unavailable()).hasValue("not-answering");
    }

    @Test
    void aQuoteTellsPriceAndFillsDefaultsIn() {
        GenerationQuote quote = service.quote(
                person, new QuoteCommand(rig.wish(1).model(), Map.of("width", 128, "strength", 1), 3, List.of()));
        assertThat(quote.credits()).isEqualTo(30);
        assertThat(quote.affordable()).isTrue();
        assertThat(quote.options()).isEqualTo(Map.of("width", 128L, "style", "plain", "strength", 1.0));
        assertThat(service.quote(
                                Viewer.of(db.principal()),
                                new QuoteCommand(rig.wish(1).model(), Map.of(), 1, List.of()))
                        .affordable())
                .isFalse();
    }

    @Test
    @Commitment("C2")
    void anAcceptedWishIsReadBackByItsOwnerOnly() {
        Accepted accepted = service.submit(person, "wish-0001", rig.wish(2));
        GenerationView view = service.get(person, accepted.generation().id());

        assertThat(view.prompt()).isEqualTo("a heron in the mist");
        assertThat(view.options()).containsEntry("style", "plain");
        assertThat(view.state()).isEqualTo(GenerationState.QUEUED);
        assertThat(view.queuePosition()).hasValue(1);
        assertThat(view.credits()).isEqualTo(20);
        assertThat(rig.ledger.balance(person.principal())).isEqualTo(new Balance(1_000_000 - 20, 20));
        Event event = db.events().after(person.principal(), 0, 1).getFirst();
        assertThat(event.type()).isEqualTo("generation");
        assertThat(event.json()).isEqualTo("{\"id\":\"" + view.id() + "\",\"state\":\"queued\"}");

        Viewer other = rig.rich();
        assertRefused(ProblemType.NOT_FOUND, () -> service.get(other, view.id()));
        assertRefused(ProblemType.NOT_FOUND, () -> service.get(other, new JobId(db.id())));
        assertRefused(ProblemType.NOT_FOUND, () -> service.cancel(other, view.id()));
        assertRefused(ProblemType.NOT_FOUND, () -> service.preview(other, view.id()));
        assertRefused(ProblemType.NOT_FOUND, () -> {
            service.delete(other, view.id());
            return null;
        });
    }

    @Test
    void theSameWishUnderTheSameKeyIsOneGeneration() {
        Accepted first = service.submit(person, "wish-0001", rig.wish(1));
        Accepted again = service.submit(person, "wish-0001", rig.wish(1));
        assertThat(again.repeated()).isTrue();
        assertThat(again.generation().id()).isEqualTo(first.generation().id());
        assertRefused(ProblemType.IDEMPOTENCY_MISMATCH, () -> service.submit(person, "wish-0001", rig.wish(2)));
        assertThat(rig.ledger.balance(person.principal())).isEqualTo(new Balance(1_000_000 - 10, 10));

        Viewer other = rig.rich();
        assertThat(service.submit(other, "wish-0001", rig.wish(1)).repeated()).isFalse();

        db.clock().advance(Duration.ofHours(25));
        assertThat(service.submit(person, "wish-0001", rig.wish(2)).repeated()).isFalse();
    }

    @Test
    void theSameWishAtOnceIsOneGeneration() throws Exception {
        List<Callable<JobId>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tries.add(() -> service.submit(person, "wish-once", rig.wish(1))
                    .generation()
                    .id());
        }
        Set<JobId> ids = new HashSet<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<JobId> one : pool.invokeAll(tries)) {
                ids.add(one.get());
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(rig.ledger.balance(person.principal())).isEqualTo(new Balance(1_000_000 - 10, 10));
    }

    /** One row a fault: what is wrong, the problem's type, and the field that it names. */
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("empty prompt", ProblemType.VALIDATION, "/prompt"),
                Arguments.of("long prompt", ProblemType.VALIDATION, "/prompt"),
                Arguments.of("control characters", ProblemType.VALIDATION, "/prompt"),
                Arguments.of("no count", ProblemType.VALIDATION, "/count"),
                Arguments.of("many", ProblemType.VALIDATION, "/count"),
                Arguments.of("bad key", ProblemType.VALIDATION, "Idempotency-Key"),
                Arguments.of("unknown option", ProblemType.BAD_OPTION, "/options/depth"),
                Arguments.of("impossible size", ProblemType.BAD_OPTION, "/options/width"),
                Arguments.of("wrong type", ProblemType.BAD_OPTION, "/options/width"),
                Arguments.of("foreign reference", ProblemType.BAD_REFERENCE, "/references/0/assetId"),
                Arguments.of("role not taken", ProblemType.BAD_REFERENCE, "/references/0/role"),
                Arguments.of("unknown model", ProblemType.UNKNOWN_MODEL, ""),
                Arguments.of("unknown instance", ProblemType.UNKNOWN_MODEL, ""),
                Arguments.of("engine away", ProblemType.UNAVAILABLE, ""),
                Arguments.of("no credits", ProblemType.NO_CREDITS, ""));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void badInputIsRefusedAndChangesNothing(String fault, ProblemType type, String field) {
        Viewer viewer = fault.equals("no credits") ? Viewer.of(db.principal()) : person;
        Balance before = rig.ledger.balance(viewer.principal());
        String key = fault.equals("bad key") ? "short" : "wish-0001";

        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> service.submit(viewer, key, faulty(fault)));

        assertThat(refusal).isNotNull();
        assertThat(refusal.type()).isEqualTo(type);
        assertThat(refusal.errors().stream().map(FieldError::field).findFirst().orElse(""))
                .isEqualTo(field);
        assertThat(rig.ledger.balance(viewer.principal())).isEqualTo(before);
        assertThat(service.list(viewer, GenerationService.Filter.ALL, Optional.empty(), 10)
                        .items())
                .isEmpty();
        assertThat(db.events().latest(viewer.principal())).isZero();
    }

    private GenerationCommand faulty(String fault) {
        String model = rig.wish(1).model();
        String prompt = "a heron";
        Map<String, Object> options = Map.of();
        int count = 1;
        List<ReferenceInput> references = List.of();
        switch (fault) {
            case "empty prompt" -> prompt = " \n ";
            case "long prompt" -> prompt = "x".repeat(100_000);
            case "control characters" -> prompt = "a\u0000b";
            case "no count" -> count = 0;
            case "many" -> count = 5;
            case "unknown option" -> options = Map.of("depth", 1);
            case "impossible size" -> options = Map.of("width", 100_000);
            case "wrong type" -> options = Map.of("width", "wide");
            case "foreign reference" ->
                references = List.of(new ReferenceInput(new AssetId(db.id()), ReferenceUse.CONTENT));
            case "role not taken" -> references = List.of(new ReferenceInput(new AssetId(db.id()), ReferenceUse.STYLE));
            case "unknown model" -> model = rig.engine.view().instance() + "/lines";
            case "unknown instance" -> model = "nowhere/dots";
            case "engine away" -> rig.engine.unavailable = Optional.of("not-answering");
            default -> {}
        }
        return new GenerationCommand(model, prompt, Optional.empty(), options, OptionalLong.empty(), count, references);
    }

    @Test
    void theListComesNewestFirstInPages() {
        List<JobId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(rig.submit(person, 1));
            db.clock().advance(Duration.ofMillis(5));
        }
        service.cancel(person, ids.get(2));
        Page<GenerationView> first = service.list(person, GenerationService.Filter.ALL, Optional.empty(), 3);
        Page<GenerationView> second = service.list(person, GenerationService.Filter.ALL, first.next(), 3);
        assertThat(Stream.concat(first.items().stream(), second.items().stream())
                        .map(GenerationView::id))
                .containsExactlyElementsOf(ids);
        assertThat(service.list(person, GenerationService.Filter.FINISHED, Optional.empty(), 9)
                        .items())
                .extracting(GenerationView::id)
                .containsExactly(ids.get(2));
        assertThat(service.list(person, GenerationService.Filter.ACTIVE, Optional.empty(), 9)
                        .items())
                .hasSize(4);
        assertRefused(
                ProblemType.BAD_CURSOR,
                () -> service.list(person, GenerationService.Filter.ALL, Optional.of(Cursor.of("x")), 3));
    }

    @Test
    void aFinishedOneCanBeDeletedAndARunningOneCannot() {
        JobId id = rig.submit(person, 1);
        assertRefused(ProblemType.CONFLICT, () -> {
            service.delete(person, id);
            return null;
        });
        rig.pump(rig.room);
        assertThat(service.get(person, id).notes()).containsExactly(new NoteView("words-ignored", List.of("very")));
        service.delete(person, id);
        assertRefused(ProblemType.NOT_FOUND, () -> service.get(person, id));
    }

    private static void assertRefused(ProblemType type, Callable<?> call) {
        assertThat(catchThrowableOfType(ProblemException.class, call::call).type())
                .isEqualTo(type);
    }

    @Test
    void aWaitingJobSaysItsPlaceAndWhenItStartsAbout() {
        Viewer person = rig.rich();
        rig.engine.concurrency = 2;
        rig.room.service().catalogue(person);
        rig.submit(person, 1);
        db.clock().advance(Duration.ofSeconds(1));
        JobId second = rig.submit(person, 1);
        GenerationView before = rig.view(person, second);
        assertThat(before.queuePosition()).hasValue(2);
        // The card says 1.5 seconds a picture, and two run at a time.
        assertThat(before.estimatedStartSeconds()).hasValue(1.5);
        rig.pump(rig.room);
        GenerationView after = rig.view(person, second);
        assertThat(after.queuePosition()).isEmpty();
        assertThat(after.estimatedStartSeconds()).isEmpty();
        // From now on what was measured counts.
        assertThat(rig.view(person, rig.submit(person, 1))
                        .estimatedStartSeconds()
                        .getAsDouble())
                .isGreaterThanOrEqualTo(0)
                .isNotEqualTo(0.75);
    }
}
