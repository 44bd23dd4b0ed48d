package io.heliograph.core.database;

import io.heliograph.core.event.LocalEventBus;
import io.heliograph.core.record.RecordRoom;
import io.heliograph.core.record.RecordSettings;
import io.heliograph.core.testing.TestClock;
import io.heliograph.kernel.PrincipalId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What the tests of the server's life share. */
final class Folders {
    static final PrincipalId WITNESS = new PrincipalId(new UUID(1, 1));
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private Folders() {}

    /** Where the programs are unpacked for all tests of this user. */
    static Path programs() {
        return Path.of(System.getProperty("java.io.tmpdir"), "heliograph-test-" + System.getProperty("user.name"));
    }

    static RecordRoom open(Path folder) {
        return open(folder, DataFolder.Role.SERVICE);
    }

    static RecordRoom open(Path folder, DataFolder.Role role) {
        return RecordRoom.open(
                new RecordSettings(folder, role, Optional.empty(), Optional.of(programs()), Optional.empty(), 4),
                new LocalEventBus(),
                new TestClock());
    }

    static void write(RecordRoom room) {
        room.tx().required(() -> room.events().append(WITNESS, "x", "{}"));
    }

    /** The server's processes of a folder. */
    static List<ProcessHandle> servers(Path folder) {
        String wanted = "--datadir=" + folder.resolve("database/data");
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(wanted))
                        .orElse(false))
                .toList();
    }

    static ProcessHandle server(Path folder) {
        List<ProcessHandle> all = servers(folder);
        if (all.size() != 1) {
            throw new AssertionError("there are " + all.size() + " servers of " + folder);
        }
        return all.getFirst();
    }

    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Waits, a minute at most, until something outside this process has happened. */
    static void await(BooleanSupplier condition) {
        long endNanos = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - endNanos > 0) {
                throw new AssertionError("it did not happen within a minute");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
