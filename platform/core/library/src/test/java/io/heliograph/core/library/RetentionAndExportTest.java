package io.heliograph.core.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.inventory.ExportSink;
import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.inventory.Holding;
import io.heliograph.core.inventory.Inventory;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.core.testing.InventoryCheck;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Actor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RetentionAndExportTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private final House house = new House(DB);

    @AfterEach
    void close() {
        house.close();
    }

    private void sweepAll(HoldCheck holds) {
        for (RetentionClass one : house.room.retention()) {
            int removed;
            do {
                removed = one.sweep(DB.clock().instant(), 100, holds);
            } while (removed > 0);
        }
    }

    @Test
    @Commitment({"R1", "U4"})
    void everythingGoesAtItsDeadlineExceptWhatALawHolds() throws Exception {
        PrincipalId free = DB.principal();
        PrincipalId bound = DB.principal();
        house.result(free, "a lake");
        AssetId kept = house.result(bound, "a hill");
        house.held.add(bound);
        DB.clock().advance(Duration.ofDays(366));

        sweepAll(() -> Set.of(bound));

        assertThat(house.store.holdsAnythingOf(free)).isFalse();
        assertThat(house.store.holdsAnythingOf(bound)).isTrue();
        assertThat(house.library.get(Actor.person(bound), kept)).isNotNull();
        for (RetentionClass one : house.room.retention()) {
            assertThat(one.overdue(DB.clock().instant(), () -> Set.of(bound)))
                    .as(one.name())
                    .isZero();
        }
        assertThat(house.room.retention().getFirst().overdue(DB.clock().instant(), HoldCheck.NONE))
                .as("without the hold it would be overdue")
                .isEqualTo(1);
    }

    @Test
    @Commitment("R1")
    void anOwnerIsToldOnceBeforeFilesEndAndNotEveryDay() throws Exception {
        PrincipalId owner = DB.principal();
        EndNotices notices = house.room.endNotices();
        house.result(owner, "a lake");
        Instant end = house.library
                .page(Actor.person(owner), AssetFilter.all(), Optional.empty(), 10)
                .items()
                .getFirst()
                .keptUntil()
                .orElseThrow();
        DB.clock().advance(Duration.ofDays(1));
        house.result(owner, "a hill");
        Map<PrincipalId, String> told = new HashMap<>();
        EndNotices.Messenger messenger =
                (who, files, first) -> told.merge(who, files + " " + first, (a, b) -> a + "|" + b);

        DB.clock().advance(Duration.ofDays(349));
        notices.round(messenger);
        assertThat(told).doesNotContainKey(owner);
        assertThat(house.library.summary(Actor.person(owner)).expiringSoon()).isZero();

        DB.clock().advance(Duration.ofDays(1).plusMinutes(1));
        notices.round(messenger);
        assertThat(told).containsEntry(owner, "1 " + end);
        assertThat(house.library.summary(Actor.person(owner)).expiringSoon()).isEqualTo(1);

        DB.clock().advance(Duration.ofDays(2));
        notices.round(messenger);
        assertThat(told).as("the next file waits for half of the lead").containsEntry(owner, "1 " + end);

        DB.clock().advance(Duration.ofDays(6));
        notices.round(messenger);
        assertThat(told.get(owner)).startsWith("1 " + end + "|1 ");
        notices.round(messenger);
        assertThat(told.getOrDefault(owner, "").split("\\|")).hasSize(2);
    }

    @Test
    void whatPeopleKeepIsCountedForAdministrators() throws Exception {
        PrincipalId owner = DB.principal();
        PrincipalId nobody = DB.principal();
        house.result(owner, "a lake");
        house.result(owner, "a hill");
        assertThat(house.room.shelved(List.of(owner, nobody)))
                .containsOnlyKeys(owner)
                .containsEntry(owner, new LibraryRoom.Shelved(2, 400_000));
        assertThat(house.room.shelved(List.of())).isEmpty();
    }

    @Test
    @Commitment({"G1", "V1"})
    void anArchiveHasEveryLineAndEveryByteOfItsOwnerAlone() throws Exception {
        PrincipalId owner = DB.principal();
        AssetId id = house.result(owner, "a lake at dawn");
        house.result(DB.principal(), "not mine");
        MemoryArchive archive = new MemoryArchive();

        Optional<String> cursor = Optional.empty();
        do {
            cursor = house.export.export(owner, cursor, archive);
        } while (cursor.isPresent());

        assertThat(archive.lines)
                .anySatisfy(line -> assertThat((Object) line.get("prompt")).isEqualTo("a lake at dawn"));
        assertThat(archive.lines.toString()).doesNotContain("not mine");
        assertThat(archive.files).containsOnlyKeys("media/" + id + ".png");
        assertThat(archive.files.get("media/" + id + ".png")).isEqualTo(House.bytes(200_000, 1));
        assertThat(house.export.holdings(owner))
                .anySatisfy(one -> assertThat(one)
                        .extracting(Holding::what, Holding::count, Holding::bytes)
                        .containsExactly("asset", 1L, 200_000L));
    }

    @Test
    void everyColumnHasItsCategoryAndItsParticipants() {
        Inventory inventory = Inventory.of(Inventory.contributions());

        assertThat(InventoryCheck.columns(DB.record().dataSource(), inventory)).isEmpty();
        assertThat(InventoryCheck.participants(inventory, List.of(house.erasure), List.of(house.export)))
                .noneMatch(problem -> problem.contains("feature library"));
    }

    private static final class MemoryArchive implements ExportSink {
        final List<Map<String, ?>> lines = new ArrayList<>();
        final Map<String, byte[]> files = new HashMap<>();

        @Override
        public void line(DataCategory category, String kind, Map<String, ?> fields) {
            lines.add(fields);
        }

        @Override
        public void file(DataCategory category, String path, String mediaType, Content content) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                content.writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            files.put(path, out.toByteArray());
        }
    }
}
