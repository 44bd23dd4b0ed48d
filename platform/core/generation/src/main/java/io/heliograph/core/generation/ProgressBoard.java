package io.heliograph.core.generation;

import io.heliograph.core.generation.store.JobStore;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.JobId;
import io.heliograph.spi.ProgressReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * How far running jobs are, and their newest previews. Reports land in memory only; {@link #flush} writes what is new, so
 * an engine's thread never waits for the record. Previews are kept in memory while the job runs, at most
 * {@value #MOST_PREVIEWS} of them, and shown to the job's owner only, by the service. Safe for many threads.
 */
final class ProgressBoard {
    private static final int MOST_PREVIEWS = 200;
    private static final Duration KEPT_AFTER_PAUSE = Duration.ofMinutes(15);

    private final ConcurrentMap<JobId, Entry> entries = new ConcurrentHashMap<>();
    private final Tx tx;
    private final JobEvents events;
    private final JobStore jobs = new JobStore();

    ProgressBoard(Tx tx, JobEvents events) {
        this.tx = tx;
        this.events = events;
    }

    /** Begins to watch a job; numbers of previews go on where they stood. */
    void begin(Held held) {
        entries.computeIfAbsent(held.id(), id -> new Entry(held.row().previewSeq()))
                .hold(held);
    }

    /** The step is over; the job may go on later, on this node or another. */
    void pause(Held held) {
        Entry entry = entries.get(held.id());
        if (entry != null) {
            entry.hold(null);
        }
    }

    /** The job is over: forgets it. */
    void end(JobId job) {
        entries.remove(job);
    }

    /** A report; cheap. */
    void report(JobId job, ProgressReport report) {
        Entry entry = entries.get(job);
        if (entry != null) {
            entry.take(report, previews() < MOST_PREVIEWS);
        }
    }

    private long previews() {
        return entries.values().stream().filter(Entry::hasPreview).count();
    }

    /** The newest preview of a job on this node. */
    Optional<Preview> preview(JobId job) {
        return Optional.ofNullable(entries.get(job)).flatMap(Entry::preview);
    }

    /** Writes what is new of each job, under its lease. */
    void flush() {
        Iterator<Map.Entry<JobId, Entry>> all = new ArrayList<>(entries.entrySet()).iterator();
        while (all.hasNext()) {
            Map.Entry<JobId, Entry> one = all.next();
            Entry entry = one.getValue();
            if (entry.forgotten()) {
                entries.remove(one.getKey(), entry);
            }
            News news = entry.news();
            if (news != null) {
                write(news);
            }
        }
    }

    private void write(News news) {
        Held held = news.held();
        tx.required(() -> {
            if (jobs.progress(held.row().id(), held.lease().token(), news.fraction(), news.previewSeq())) {
                events.tell(
                        held.row().principal(),
                        held.row().id(),
                        held.state().shown(held.row().cancelRequested()),
                        OptionalDouble.of(news.fraction()),
                        news.previewSeq());
            }
        });
    }

    private record News(Held held, double fraction, int previewSeq) {}

    private static final class Entry {
        private @Nullable Held held;
        private double fraction;
        private int previewSeq;
        private byte @Nullable [] preview;
        private boolean dirty;
        private long pausedNanos = System.nanoTime();

        Entry(int previewSeq) {
            this.previewSeq = previewSeq;
        }

        synchronized void hold(@Nullable Held newHeld) {
            held = newHeld;
            pausedNanos = System.nanoTime();
            if (newHeld == null) {
                dirty = false;
            }
        }

        /** Nobody has held it here for long: it goes on elsewhere, or it is over. */
        synchronized boolean forgotten() {
            return held == null && System.nanoTime() - pausedNanos > KEPT_AFTER_PAUSE.toNanos();
        }

        synchronized void take(ProgressReport report, boolean roomForPreview) {
            fraction = Math.max(fraction, report.fraction());
            if (report.preview().isPresent() && (preview != null || roomForPreview)) {
                preview = report.preview().get().clone();
                previewSeq++;
            }
            dirty = true;
        }

        synchronized boolean hasPreview() {
            return preview != null;
        }

        synchronized @Nullable News news() {
            if (!dirty || held == null) {
                return null;
            }
            dirty = false;
            return new News(held, fraction, previewSeq);
        }

        synchronized Optional<Preview> preview() {
            return Optional.ofNullable(preview)
                    .map(bytes -> new Preview(previewSeq, PreviewType.of(bytes), bytes.clone()));
        }
    }
}
