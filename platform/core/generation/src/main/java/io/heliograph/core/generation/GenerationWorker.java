package io.heliograph.core.generation;

import io.heliograph.core.event.EventBus;
import io.heliograph.core.tx.RecordUnavailableException;
import io.heliograph.kernel.JobId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the queue in this process: one platform thread takes jobs, one renews leases, one writes progress; each step of a
 * job runs on a virtual thread, which waits for the engine's, the media's or the store's own threads. A waiting job holds
 * no thread. Any number of processes may run one on the same record.
 *
 * <p>{@link #drain} is the good end: nothing new is taken, what was not sent goes back into the line, what can be cut short
 * is. What is still running when its time is over is left to its lease.
 */
public final class GenerationWorker implements AutoCloseable {
    /** Topic on the bus that wakes workers; the key is an instance's name. */
    public static final String QUEUE_TOPIC = "generation-queue";

    /** Topic on the bus that tells the holder of a job to stop; the key is the job's id. */
    public static final String CANCEL_TOPIC = "generation-cancel";

    private static final Logger LOG = LoggerFactory.getLogger(GenerationWorker.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration RECORD_AWAY = Duration.ofSeconds(2);
    private static final Duration TAKER_ENDS = Duration.ofSeconds(5);
    private static final long FLUSH_MILLIS = 250;

    private final JobRun.Parts parts;
    private final Claims claims;
    private final Heartbeats heartbeats;
    private final Bell bell = new Bell();
    private final ExecutorService steps = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("generation-step-", 0).factory());
    private final ScheduledExecutorService beats = timer("generation-lease");
    private final ScheduledExecutorService flushes = timer("generation-progress");
    private final Thread taker = Thread.ofPlatform().name("generation-queue").unstarted(this::take);
    private final List<EventBus.Subscription> subscriptions;
    private volatile boolean draining;

    GenerationWorker(JobRun.Parts parts, Claims claims, Heartbeats heartbeats, EventBus bus) {
        this.parts = parts;
        this.claims = claims;
        this.heartbeats = heartbeats;
        this.subscriptions =
                List.of(bus.subscribe(QUEUE_TOPIC, key -> bell.ring()), bus.subscribe(CANCEL_TOPIC, this::cancel));
    }

    private static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Begins to work. */
    public void start() {
        long beatMillis = parts.settings().leaseLength().toMillis() / 4;
        var _ = beats.scheduleWithFixedDelay(heartbeats::beat, beatMillis, beatMillis, TimeUnit.MILLISECONDS);
        var _ = flushes.scheduleWithFixedDelay(this::flush, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
        taker.start();
    }

    /** How many jobs have a step running in this process. */
    public int running() {
        return heartbeats.size();
    }

    /** Waits until no step runs; false when {@code limit} is over before. */
    boolean awaitIdle(Duration limit) {
        return heartbeats.awaitNone(limit);
    }

    private void flush() {
        try {
            parts.board().flush();
        } catch (RuntimeException recordAway) {
            LOG.warn("Progress cannot be written just now", recordAway);
        }
    }

    private void take() {
        while (!draining) {
            try {
                if (!takeWhatThereIs()) {
                    bell.await(LOOK);
                }
            } catch (RecordUnavailableException away) {
                LOG.warn("The queue waits for the database");
                bell.await(RECORD_AWAY);
            } catch (RuntimeException failure) {
                LOG.error("Taking jobs failed; it goes on in a moment", failure);
                bell.await(RECORD_AWAY);
            }
        }
    }

    /** Takes every job that can be taken now; answers whether there was any. For tests and the taker only. */
    boolean takeWhatThereIs() {
        boolean any = false;
        int room = parts.settings().maxSteps() - heartbeats.size();
        if (room > 0) {
            for (Held held : claims.due(Math.min(room, 16))) {
                begin(held, held.state() == JobState.STARTING);
                any = true;
            }
        }
        for (Engine engine : parts.engines().all()) {
            while (!draining && engine.unavailable().isEmpty()) {
                var next = claims.next(engine.view().instance(), engine.concurrency());
                if (next.isEmpty()) {
                    break;
                }
                begin(next.get(), false);
                any = true;
            }
        }
        return any;
    }

    private void begin(Held held, boolean rescue) {
        heartbeats.add(held);
        if (held.row().cancelRequested()) {
            held.stop().stop(Stop.Reason.CANCELED);
        }
        steps.execute(() -> step(held, rescue));
    }

    private void step(Held held, boolean rescue) {
        try {
            JobRun run = new JobRun(held, parts);
            if (rescue) {
                run.rescueStarting();
            } else {
                run.go();
            }
        } catch (LeaseLostException lost) {
            LOG.info("Job {} is somebody else's by now, or gone", held.id());
        } catch (RecordUnavailableException away) {
            LOG.warn("Job {} waits for the database; its lease runs out", held.id());
        } catch (RuntimeException failure) {
            LOG.error("A step of job {} broke", held.id(), failure);
            broken(held);
        } finally {
            heartbeats.remove(held);
            if (held.state().ended()) {
                parts.board().end(held.id());
            }
            bell.ring();
        }
    }

    private void broken(Held held) {
        try {
            new BrokenStep(held, parts).go();
        } catch (LeaseLostException lost) {
            LOG.info("Job {} is somebody else's by now, or gone", held.id());
        } catch (RuntimeException recordAway) {
            LOG.warn("Job {} goes on when its lease has run out", held.id(), recordAway);
        }
    }

    private void cancel(String key) {
        JobId.parse(key)
                .ifPresent(id -> heartbeats.all().stream()
                        .filter(held -> held.id().equals(id))
                        .forEach(held -> held.stop().stop(Stop.Reason.CANCELED)));
        bell.ring();
    }

    /**
     * Ends the work in good order within {@code patience}: takes nothing new, puts back what was not sent, asks calls of
     * engines in this process to end, and waits for steps that are being kept.
     *
     * @return whether nothing was left running
     */
    public boolean drain(Duration patience) {
        draining = true;
        bell.ring();
        joinTaker();
        for (Held held : heartbeats.all()) {
            boolean inProcess = parts.engines()
                    .find(held.instance())
                    .map(engine -> engine.inProcess())
                    .orElse(false);
            if (held.state().unsent() || (inProcess && held.state() == JobState.SUBMITTING)) {
                held.stop().stop(Stop.Reason.DRAINING);
            }
        }
        steps.shutdown();
        try {
            return steps.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Stops at once. What runs loses its lease in time and is taken up by another worker, or by this one's next life. */
    @Override
    public void close() {
        draining = true;
        bell.ring();
        subscriptions.forEach(EventBus.Subscription::close);
        heartbeats.all().forEach(held -> held.stop().stop(Stop.Reason.LEASE_LOST));
        joinTaker();
        steps.shutdownNow();
        beats.shutdownNow();
        flushes.shutdownNow();
    }

    /** Waits for the taker, so that it claims nothing that no thread would work on. */
    private void joinTaker() {
        try {
            if (taker.isAlive() && !taker.join(TAKER_ENDS)) {
                LOG.warn("The queue's thread does not end; what it claims is left to its lease");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
