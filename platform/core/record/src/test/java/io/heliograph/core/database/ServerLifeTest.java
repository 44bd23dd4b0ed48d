package io.heliograph.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.heliograph.core.record.RecordRoom;
import io.heliograph.core.tx.RecordUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of the embedded server, with processes that really die. */
class ServerLifeTest {
    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createTempDirectory("hg").toRealPath();
    }

    @AfterEach
    void clear() throws IOException {
        Folders.servers(folder).forEach(Folders::kill);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... words) {
        assertThatExceptionOfType(StartProblem.class).isThrownBy(call).satisfies(problem -> {
            assertThat(problem).hasMessageContainingAll(words);
            assertThat(problem.getMessage())
                    .endsWith(".")
                    .doesNotContain("Exception")
                    .doesNotContain("\n");
            assertThat(problem.remedy()).isNotBlank();
        });
    }

    @Test
    void aFreshFolderIsSetUpAndKeepsWhatWasWrittenAcrossAStart() throws IOException {
        try (RecordRoom room = Folders.open(folder)) {
            Folders.write(room);
            assertThat(room.folder().owned()).isTrue();
            for (String secret : List.of("master.key", "database/password", "database/server.properties")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(secret))))
                        .isEqualTo("rw-------");
            }
            assertThat(folder.resolve("database/init.sql")).doesNotExist();
        }
        assertThat(Folders.servers(folder)).isEmpty();
        try (RecordRoom room = Folders.open(folder)) {
            assertThat(room.events().latest(Folders.WITNESS)).isEqualTo(1);
        }
    }

    @Test
    void aServerLeftByAKilledOwnerIsTakenOver() throws IOException {
        try (OtherProcess other = OtherProcess.start(folder, DataFolder.Role.SERVICE)) {
            assertThat(other.says()).isEqualTo("READY true");
            long left = Folders.server(folder).pid();
            other.kill();
            assertThat(Folders.server(folder).pid()).isEqualTo(left);

            try (RecordRoom room = Folders.open(folder)) {
                assertThat(Folders.server(folder).pid()).isEqualTo(left);
                assertThat(room.events().latest(Folders.WITNESS)).isEqualTo(1);
            }
        }
        assertThat(Folders.servers(folder)).isEmpty();
    }

    @Test
    void aLeftServerWithoutItsNoteIsFoundAndEnded() throws IOException {
        try (OtherProcess other = OtherProcess.start(folder, DataFolder.Role.SERVICE)) {
            assertThat(other.says()).startsWith("READY");
            long left = Folders.server(folder).pid();
            other.kill();
            Files.delete(folder.resolve("database/server.properties"));

            try (RecordRoom room = Folders.open(folder)) {
                assertThat(Folders.server(folder).pid()).isNotEqualTo(left);
                assertThat(room.events().latest(Folders.WITNESS)).isEqualTo(1);
            }
        }
    }

    @Test
    void aNoteThatNamesSomebodyElsesProcessHarmsNobody() throws IOException {
        Folders.open(folder).close();
        Files.writeString(
                folder.resolve("database/server.properties"),
                "pid=" + ProcessHandle.current().pid() + "\nstartedAtMillis="
                        + ProcessHandle.current()
                                .info()
                                .startInstant()
                                .orElseThrow()
                                .toEpochMilli()
                        + "\nsocket=/x\nport=1\nversion=11.4.5\n");
        try (RecordRoom room = Folders.open(folder)) {
            Folders.write(room);
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aServerThatDiesIsStartedAgainAndNothingCommittedIsLost() {
        try (RecordRoom room = Folders.open(folder)) {
            Folders.write(room);
            for (int round = 0; round < 2; round++) {
                ProcessHandle before = Folders.server(folder);
                Folders.kill(before);
                Folders.await(() -> works(room));
                assertThat(Folders.server(folder).pid()).isNotEqualTo(before.pid());
            }
            assertThat(room.events().latest(Folders.WITNESS)).isEqualTo(1);
            assertThat(room.availability().up()).isTrue();
        }
        assertThat(Folders.servers(folder)).isEmpty();
    }

    private static boolean works(RecordRoom room) {
        try {
            return room.events().latest(Folders.WITNESS) > 0;
        } catch (RecordUnavailableException away) {
            return false;
        }
    }

    @Test
    void whenBothAreKilledTheNextStartRecovers() throws IOException {
        try (OtherProcess other = OtherProcess.start(folder, DataFolder.Role.SERVICE)) {
            assertThat(other.says()).startsWith("READY");
            ProcessHandle server = Folders.server(folder);
            other.kill();
            Folders.kill(server);
        }
        try (RecordRoom room = Folders.open(folder)) {
            assertThat(room.events().latest(Folders.WITNESS)).isEqualTo(1);
        }
    }

    @Test
    void aHalfMadeDatabaseIsMadeAnew() throws IOException {
        Files.createDirectories(folder.resolve("database/data.new/mysql"));
        Files.writeString(folder.resolve("database/data.new/ibdata1"), "half");
        try (RecordRoom room = Folders.open(folder)) {
            Folders.write(room);
        }
    }

    @Test
    void ofTwoStartersOneServesAndTheOtherIsToldWhichProcessDoes() throws IOException {
        try (OtherProcess one = OtherProcess.start(folder, DataFolder.Role.SERVICE);
                OtherProcess two = OtherProcess.start(folder, DataFolder.Role.SERVICE)) {
            List<String> said = Stream.of(one.says(), two.says()).sorted().toList();
            assertThat(said.get(0)).startsWith("PROBLEM").contains("in use by another Heliograph");
            assertThat(said.get(1)).isEqualTo("READY true");
            assertThat(Folders.servers(folder)).hasSize(1);
        }
    }

    @Test
    void aCommandBesideTheServiceUsesItsServerAndLeavesIt() throws IOException {
        try (RecordRoom room = Folders.open(folder)) {
            long pid = Folders.server(folder).pid();
            try (OtherProcess command = OtherProcess.start(folder, DataFolder.Role.COMMAND)) {
                assertThat(command.says()).isEqualTo("READY false");
                assertThat(command.finish()).isEqualTo("CLOSED");
            }
            assertThat(Folders.server(folder).pid()).isEqualTo(pid);
            assertThat(room.events().latest(Folders.WITNESS)).isEqualTo(1);
            refused(
                    () -> Folders.open(folder).close(),
                    "in use by another Heliograph",
                    String.valueOf(ProcessHandle.current().pid()));
        }
    }

    @Test
    void aCommandAloneStartsTheServerAndStopsIt() throws IOException {
        try (OtherProcess command = OtherProcess.start(folder, DataFolder.Role.COMMAND)) {
            assertThat(command.says()).isEqualTo("READY true");
            assertThat(command.finish()).isEqualTo("CLOSED");
        }
        assertThat(Folders.servers(folder)).isEmpty();
    }

    @Test
    void anOwnerWaitsForTheCommandThatWorksBesideIt() throws Exception {
        RecordRoom room = Folders.open(folder);
        try (OtherProcess command = OtherProcess.start(folder, DataFolder.Role.COMMAND)) {
            assertThat(command.says()).isEqualTo("READY false");
            Thread closing = Thread.ofPlatform().start(room::close);
            Folders.await(() -> closing.getState() == Thread.State.TIMED_WAITING);
            assertThat(Folders.servers(folder)).hasSize(1);
            assertThat(command.finish()).isEqualTo("CLOSED");
            closing.join();
        }
        assertThat(Folders.servers(folder)).isEmpty();
    }

    @Test
    void dataOfANewerServerIsRefusedAndOfAnOlderOneDumpedFirst() throws IOException {
        try (RecordRoom room = Folders.open(folder)) {
            Folders.write(room);
        }
        Path version = folder.resolve("database/data-version");
        Files.writeString(version, "12.1.0\n");
        refused(() -> Folders.open(folder).close(), "MariaDB 12.1.0", "newer");
        assertThat(Folders.servers(folder)).isEmpty();

        Files.writeString(version, "11.4.2\n");
        try (RecordRoom room = Folders.open(folder)) {
            assertThat(room.events().latest(Folders.WITNESS)).isEqualTo(1);
        }
        assertThat(Files.readString(version).strip()).isEqualTo("11.4.5");
        Path dump = folder.resolve("database/before-upgrade-11.4.2.sql");
        assertThat(Files.readString(dump)).contains("CREATE TABLE `event`").contains("INSERT INTO `event`");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dump)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("database/tool.cnf")).doesNotExist();
    }

    @Test
    void damagedFilesAreToldInOneSentence() throws IOException {
        Folders.open(folder).close();
        Files.write(folder.resolve("database/data/ibdata1"), new byte[] {1, 2, 3});
        refused(() -> Folders.open(folder).close(), "embedded database did not start");
        assertThat(Folders.servers(folder)).isEmpty();
    }

    @Test
    void aFolderThatCannotServeIsToldInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        refused(() -> Folders.open(file.resolve("data")).close(), "cannot be written");
        refused(() -> Folders.open(Path.of("/proc/heliograph")).close(), "cannot be written");
        refused(() -> DataFolder.needRoom(folder, 150L << 20, 200L << 20), "nearly full", "150 MB");

        Path deep = folder.resolve("d".repeat(100));
        refused(() -> Folders.open(deep).close(), "too long", "107");
        assertThat(Folders.servers(deep)).isEmpty();
    }
}
