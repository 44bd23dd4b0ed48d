package io.heliograph.core.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.core.event.Event;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LibraryTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private House house = new House(DB);
    private PrincipalId owner = new PrincipalId(new java.util.UUID(0, 1));
    private Actor viewer = Actor.anonymous();

    @BeforeEach
    void open() {
        owner = DB.principal();
        viewer = Actor.person(owner);
    }

    @AfterEach
    void close() {
        house.close();
        house = new House(DB);
    }

    private static void assertNotFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    @Test
    void aPublishedResultIsFoundListedAndReadByItsOwner() throws Exception {
        AssetId id = house.result(owner, "a lake at dawn");

        AssetView view = house.library.get(viewer, id);
        assertThat(view.prompt()).contains("a lake at dawn");
        assertThat(view.visibility()).isEqualTo("private");
        assertThat(view.thumbnails()).containsExactly(256, 512);
        assertThat(view.keptUntil()).contains(DB.clock().instant().plus(Duration.ofDays(365)));
        assertThat(house.library
                        .page(viewer, AssetFilter.all(), Optional.empty(), 10)
                        .items())
                .containsExactly(view);
        assertThat(house.library.summary(viewer).total()).isEqualTo(1);
        AssetDetails details = house.library.details(viewer, id);
        assertThat(details.making().orElseThrow().options())
                .containsEntry("size", "768x512")
                .containsEntry("steps", 4);
        assertThat(details.making().orElseThrow().seed()).hasValue(42);
        assertThat(details.making().orElseThrow().notes())
                .containsExactly(new Making.Note("words-ignored", List.of("unicorn", "disco")));
        AssetContent content = house.library.open(viewer, Purpose.VIEW, id, new Variant.Original());
        assertThat(House.read(content, 0, content.sizeBytes())).isEqualTo(House.bytes(200_000, 1));
        assertThat(content.isPublic()).isFalse();
    }

    @Test
    void rangesOpenWithoutTheRest() throws Exception {
        AssetId id = house.result(owner, "a lake");
        AssetContent content = house.library.open(viewer, Purpose.VIEW, id, new Variant.Original());
        byte[] whole = House.bytes(200_000, 1);

        for (long[] range : new long[][] {{0, 1}, {65_000, 66_000}, {131_000, 200_000}, {199_999, 200_000}, {5, 5}}) {
            assertThat(House.read(content, range[0], range[1]))
                    .isEqualTo(Arrays.copyOfRange(whole, (int) range[0], (int) range[1]));
        }
        assertThatThrownBy(() -> House.read(content, 0, 200_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSmallestThumbnailThatFitsIsPicked() throws Exception {
        AssetId id = house.result(owner, "a lake");

        assertThat(open(id, 256).sizeBytes()).isEqualTo(900);
        assertThat(open(id, 1024).sizeBytes()).isEqualTo(1800);
        assertThat(open(id, 1024).etag()).isNotEqualTo(open(id, 256).etag());
        assertNotFound(() -> house.library.open(viewer, Purpose.VIEW, id, new Variant.Poster()));
    }

    private AssetContent open(AssetId id, int width) {
        return house.library.open(viewer, Purpose.VIEW, id, new Variant.Thumbnail(width));
    }

    @Test
    void nothingInStoreOrRecordIsPlain() throws Exception {
        AssetId id = house.result(owner, "a very secret lake");

        for (byte[] sealed : house.store.kept.values()) {
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("PLAINTEXT");
        }
        try (var connection = DB.record().dataSource().getConnection();
                var statement = connection.prepareStatement("select making_sealed from asset where id = ?")) {
            statement.setBytes(1, io.heliograph.kernel.Uuids.bytes(id.value()));
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1))
                        .doesNotContain("secret");
            }
            connection.rollback();
        }
    }

    @Test
    @Commitment("V1")
    void nobodyElseSeesAPrivateThingByAnyWay() throws Exception {
        AssetId id = house.result(owner, "a lake");
        for (Actor other :
                List.of(Actor.person(DB.principal()), Actor.anonymous(), Actor.staff(DB.principal()), Actor.system())) {
            assertNotFound(() -> house.library.get(other, id));
            assertNotFound(() -> house.library.details(other, id));
            assertNotFound(() -> house.library.open(other, Purpose.VIEW, id, new Variant.Original()));
            assertNotFound(() -> house.library.open(other, Purpose.VIEW, id, new Variant.Thumbnail(256)));
            assertThat(house.library.getAll(other, Set.of(id))).isEmpty();
            assertThat(house.library
                            .page(other, AssetFilter.all().with("lake"), Optional.empty(), 10)
                            .items())
                    .isEmpty();
        }
        Actor stranger = Actor.person(DB.principal());
        assertThat(house.library.delete(stranger, Set.of(id)).count()).isZero();
        assertNotFound(() -> house.library.setVisibility(stranger, id, "public"));
        assertThat(house.library.get(viewer, id).visibility()).isEqualTo("private");
    }

    @Test
    void aPublicThingIsSeenByOthersWithoutItsPromptUntilItIsPrivateAgain() throws Exception {
        AssetId id = house.result(owner, "a lake");
        house.library.setVisibility(viewer, id, "public");
        Actor other = Actor.anonymous();

        AssetContent content = house.library.open(other, Purpose.VIEW, id, new Variant.Original());
        assertThat(House.read(content, 0, 9)).isEqualTo("PLAINTEXT".getBytes(StandardCharsets.UTF_8));
        assertThat(content.isPublic()).isTrue();
        assertThat(house.library.get(other, id).prompt()).isEmpty();
        assertThat(house.library.details(other, id).making()).isEmpty();

        house.library.setVisibility(viewer, id, "private");

        assertNotFound(() -> House.read(content, 0, 9));
        assertNotFound(() -> house.library.get(other, id));
    }

    @Test
    void aDeletionIsInvisibleAtOnceAndCanBeUndoneForAWhile() throws Exception {
        AssetId id = house.result(owner, "a lake");
        AssetContent opened = house.library.open(viewer, Purpose.VIEW, id, new Variant.Original());

        Deletion deletion = house.library.delete(viewer, Set.of(id));

        assertThat(deletion.count()).isEqualTo(1);
        assertThat(deletion.undoUntil()).isEqualTo(DB.clock().instant().plusSeconds(15));
        assertNotFound(() -> house.library.get(viewer, id));
        assertNotFound(() -> House.read(opened, 0, 9));
        assertThat(house.room.sweep(100, Set::of)).as("nothing is due yet").isZero();
        assertThat(house.library.restore(viewer, Set.of(id))).isEqualTo(1);
        assertThat(House.read(house.library.open(viewer, Purpose.VIEW, id, new Variant.Original()), 0, 9))
                .isNotEmpty();
        assertThat(DB.events().after(owner, 0, 10).stream().map(Event::json))
                .containsExactly(
                        "{\"id\":\"" + id + "\",\"change\":\"created\"}",
                        "{\"id\":\"" + id + "\",\"change\":\"deleted\"}",
                        "{\"id\":\"" + id + "\",\"change\":\"restored\"}");
    }

    @Test
    void afterTheWindowTheBytesGoAndNothingBringsThemBack() throws Exception {
        AssetId id = house.result(owner, "a lake");
        house.library.delete(viewer, Set.of(id));
        DB.clock().advance(Duration.ofSeconds(16));

        assertThat(house.library.restore(viewer, Set.of(id))).isZero();
        assertThat(house.room.sweep(100, Set::of)).isEqualTo(1);

        assertThat(house.store.holdsAnythingOf(owner)).isFalse();
        assertThat(house.library.restore(viewer, Set.of(id))).isZero();
        assertNotFound(() -> house.library.get(viewer, id));
    }

    @Test
    void deletingNowTakesTheBytesAtOnce() throws Exception {
        AssetId id = house.result(owner, "a lake");
        AssetId other = house.result(owner, "a hill");

        assertThat(house.library.eraseNow(viewer, Set.of(id))).isEqualTo(1);

        assertThat(house.store.kept).hasSize(3);
        assertThat(house.library.get(viewer, other)).isNotNull();
    }

    @Test
    void aHeldPersonsThingsCannotBeDeleted() throws Exception {
        AssetId id = house.result(owner, "a lake");
        house.held.add(owner);

        assertThatThrownBy(() -> house.library.delete(viewer, Set.of(id)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.POLICY_DENIED));
        assertThat(house.library.get(viewer, id)).isNotNull();
    }

    @Test
    void pagesGoThroughEverythingOnceAlsoWhereTimesAreEqual() throws Exception {
        List<AssetId> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(house.result(owner, "picture " + i));
            if (i % 2 == 0) {
                DB.clock().advance(Duration.ofMillis(1));
            }
        }
        List<AssetView> seen = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            Page<AssetView> page = house.library.page(viewer, AssetFilter.all(), cursor, 2);
            seen.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(seen).extracting(AssetView::id).containsExactlyInAnyOrderElementsOf(made);
        assertThat(seen).extracting(AssetView::createdAt).isSortedAccordingTo(Comparator.reverseOrder());
        assertThatThrownBy(() ->
                        house.library.page(viewer, AssetFilter.all(), Optional.of(Cursor.of("yesterday", "x")), 2))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.BAD_CURSOR));
    }

    @Test
    void searchFindsAllWordsInAnyOrderAndCase() throws Exception {
        AssetId lake = house.result(owner, "A Lake at Dawn");
        AssetId hill = house.result(owner, "a hill at dawn");

        assertThat(found("dawn lake")).containsExactly(lake);
        assertThat(found("DAWN")).containsExactlyInAnyOrder(lake, hill);
        assertThat(found("moon")).isEmpty();
    }

    private List<AssetId> found(String words) {
        return house.library.page(viewer, AssetFilter.all().with(words), Optional.empty(), 10).items().stream()
                .map(AssetView::id)
                .toList();
    }

    @Test
    @Commitment("C3")
    void anUploadIsStrippedSealedAndKeptForItsOwnPeriod() throws Exception {
        var image = new java.awt.image.BufferedImage(300, 200, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var jpeg = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "jpeg", jpeg);
        byte[] comment = "SecretCam".getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = new byte[jpeg.size() + comment.length + 4];
        byte[] plain = jpeg.toByteArray();
        file[0] = plain[0];
        file[1] = plain[1];
        file[2] = (byte) 0xff;
        file[3] = (byte) 0xfe;
        file[5] = (byte) (comment.length + 2);
        System.arraycopy(comment, 0, file, 6, comment.length);
        System.arraycopy(plain, 2, file, 6 + comment.length, plain.length - 2);
        java.nio.file.Path spooled = house.folder().resolve("in");
        java.nio.file.Files.write(spooled, file);

        AssetView view =
                house.library.bringIn(owner, Optional.empty(), spooled, house.folder(), Optional.of("holiday.jpg"));

        assertThat(view.origin()).isEqualTo(AssetOrigin.UPLOADED);
        assertThat(view.fileName()).contains("holiday.jpg");
        assertThat(view.keptUntil()).contains(DB.clock().instant().plus(Duration.ofDays(30)));
        AssetContent content = house.library.open(viewer, Purpose.GENERATION, view.id(), new Variant.Original());
        assertThat(new String(House.read(content, 0, content.sizeBytes()), StandardCharsets.ISO_8859_1))
                .doesNotContain("SecretCam");
        assertThat(house.library
                        .page(viewer, AssetFilter.all().from(AssetOrigin.GENERATED), Optional.empty(), 5)
                        .items())
                .isEmpty();
        assertThat(found("HOLIDAY")).containsExactly(view.id());
    }
}
