package io.heliograph.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.core.event.LocalEventBus;
import io.heliograph.core.record.RecordRoom;
import io.heliograph.core.record.RecordSettings;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.core.tx.RecordUnavailableException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalDatabaseTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    @TempDir
    Path folder;

    private RecordRoom open(String url, String user, String password) {
        return RecordRoom.open(
                new RecordSettings(
                        folder,
                        DataFolder.Role.SERVICE,
                        Optional.of(new RecordSettings.ExternalDatabase(url, user, password, 500)),
                        Optional.empty(),
                        Optional.empty(),
                        4),
                new LocalEventBus(),
                db.clock());
    }

    private void refused(String url, String user, String password, String... words) {
        assertThatExceptionOfType(StartProblem.class)
                .isThrownBy(() -> open(url, user, password).close())
                .satisfies(problem -> {
                    assertThat(problem).hasMessageContainingAll(words);
                    assertThat(problem.getMessage()).doesNotContain(db.password());
                    assertThat(problem.remedy()).isNotBlank();
                });
    }

    private static int port(String url) {
        return URI.create(url.substring("jdbc:".length())).getPort();
    }

    @Test
    void aServerThatCannotBeUsedIsToldInOneSentence() {
        refused("jdbc:mysql://127.0.0.1/x", "u", "p", "jdbc:mariadb://");
        refused("jdbc:mariadb://127.0.0.1:1/x", "u", "p", "cannot be reached");
        refused(db.url(), db.user(), "wrong", "refused our user or password");
        refused(db.url().replace(db.databaseName(), "not_there"), db.user(), db.password(), "no such database");
        refused(db.url().replace("sslMode=disable", "sslMode=verify-full"), db.user(), db.password(), "TLS");
    }

    @Test
    void aDatabaseOfANewerVersionIsRefusedAndNotTouched() throws Exception {
        try (TestDatabaseOfItsOwn other = new TestDatabaseOfItsOwn()) {
            other.sql(
                    "insert into flyway_schema_history select max(installed_rank) + 1, '999', 'from the future', 'SQL',"
                            + " 'V999__x.sql', 1, 'x', now(), 1, 1 from flyway_schema_history");
            refused(other.db.url(), other.db.user(), other.db.password(), "newer Heliograph", "999");
        }
    }

    private static final class TestDatabaseOfItsOwn implements AutoCloseable {
        final TestDatabase db = new TestDatabase();

        TestDatabaseOfItsOwn() throws Exception {
            db.open();
        }

        void sql(String statement) throws Exception {
            try (Connection connection = db.record().dataSource().getConnection();
                    Statement run = connection.createStatement()) {
                run.execute(statement);
                connection.commit();
            }
        }

        @Override
        public void close() {
            db.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "11.4.5-MariaDB, true",
        "10.11.19-MariaDB-0+deb12u1, true",
        "12.0.2-MariaDB-log, true",
        "5.5.5-10.11.6-MariaDB-1, true",
        "10.6.22-MariaDB, false",
        "8.4.0, false",
        "rubbish, false"
    })
    void onlyMariaDbOfAKnownAgeIsTaken(String version, boolean supported) {
        assertThat(ServerCheck.supported(version)).isEqualTo(supported);
    }

    @Test
    void whileItIsAwayWorkIsRefusedQuicklyAndResumesWithoutARestart() throws Exception {
        int real = port(db.url());
        try (CuttableProxy proxy = new CuttableProxy(real);
                RecordRoom room = open(db.url().replace(":" + real, ":" + proxy.port()), db.user(), db.password())) {
            var who = db.principal();
            room.tx().required(() -> room.events().append(who, "x", "{}"));

            proxy.cut();
            assertThatThrownBy(() -> room.events().latest(who)).isInstanceOf(RecordUnavailableException.class);
            Folders.await(() -> !room.availability().up());
            long started = System.nanoTime();
            assertThatThrownBy(() -> room.events().latest(who)).isInstanceOf(RecordUnavailableException.class);
            assertThat(System.nanoTime() - started).isLessThan(TimeUnit.SECONDS.toNanos(1));
            assertThat(room.availability().describe()).contains("away since");

            proxy.mend();
            Folders.await(() -> room.availability().up());
            assertThat(room.events().latest(who)).isEqualTo(1);
        }
    }

    @Test
    void underLoadWhatWasAnsweredIsThereAndWhatWasNotSaysSo() throws Exception {
        int real = port(db.url());
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong answered = new AtomicLong();
        AtomicLong refusals = new AtomicLong();
        CountDownLatch warm = new CountDownLatch(20);
        var who = db.principal();
        try (CuttableProxy proxy = new CuttableProxy(real);
                RecordRoom room = open(db.url().replace(":" + real, ":" + proxy.port()), db.user(), db.password());
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> load = executor.submit(() -> {
                while (!stop.get()) {
                    try {
                        room.tx().required(() -> room.events().append(who, "x", "{}"));
                        answered.incrementAndGet();
                        warm.countDown();
                    } catch (RecordUnavailableException away) {
                        refusals.incrementAndGet();
                        Thread.onSpinWait();
                    }
                }
            });
            assertThat(warm.await(60, TimeUnit.SECONDS)).isTrue();
            proxy.cut();
            Folders.await(() -> refusals.get() > 0);
            long before = answered.get();
            proxy.mend();
            Folders.await(() -> answered.get() > before + 10);
            stop.set(true);
            load.get(60, TimeUnit.SECONDS);
        }
        assertThat(db.events().latest(who)).isBetween(answered.get(), answered.get() + refusals.get());
    }
}
