package io.heliograph.core.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs recurring chores once per installation, however many nodes it has: each chore is a row, claimed by one node. A
 * chore that fails is logged and runs again at its next time; one whose node died is taken up by another.
 *
 * <p>Chores are added before {@link #start}. They run on two platform threads of their own, outside any unit of work,
 * so each opens its own and stays short; long work is cut into bounded pieces.
 */
public final class Housekeeping implements AutoCloseable {
    private static final int THREADS = 2;
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final List<RecurringTask<Void>> tasks = new ArrayList<>();
    private @Nullable Scheduler scheduler;

    /** On the pool of the record. */
    public Housekeeping(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Adds a chore that runs {@code pause} after its last end.
     *
     * @param name stable, at most 100 characters
     */
    public synchronized void every(String name, Duration pause, Runnable chore) {
        if (scheduler != null) {
            throw new IllegalStateException("chores are added before the start");
        }
        tasks.add(Tasks.recurring(name, FixedDelay.of(pause)).execute((instance, context) -> chore.run()));
    }

    /** Begins to run them. */
    public synchronized void start() {
        scheduler = Scheduler.create(dataSource)
                .startTasks(tasks)
                .threads(THREADS)
                .pollingInterval(LOOK)
                .shutdownMaxWait(STOP_WAIT)
                .commitWhenAutocommitDisabled(true)
                .jdbcCustomization(new MySQL8JdbcCustomization(true))
                .alwaysPersistTimestampInUTC()
                .pollUsingLockAndFetch(0.5, 1.0)
                .build();
        scheduler.start();
    }

    /** Stops; a chore that is running has five seconds to end. */
    @Override
    public synchronized void close() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }
}
