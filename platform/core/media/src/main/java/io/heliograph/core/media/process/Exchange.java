package io.heliograph.core.media.process;

import io.heliograph.core.media.child.Wire;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** One request's answers on their way from the reader thread to the caller. */
final class Exchange {
    /** Stands for "the process is gone" in the queue. */
    private static final Wire.Message GONE = new Wire.Message(-1, Wire.Kind.FAILED, new byte[0]);

    /** The request id under which a fresh process says that it is ready. */
    static final int START = 0;

    final int request;
    private final BlockingQueue<Wire.Message> answers = new LinkedBlockingQueue<>();
    private final long startedNanos = System.nanoTime();
    private final boolean video;
    private volatile long waitingSinceNanos;
    private volatile boolean waiting;
    private volatile String causeOfDeath = "the media process ended";
    private boolean over; // the caller's own

    Exchange(int request, boolean video) {
        this.request = request;
        this.video = video;
    }

    void deliver(Wire.Message message) {
        waitingSinceNanos = System.nanoTime();
        answers.add(message);
    }

    void gone(String why) {
        causeOfDeath = why;
        answers.add(GONE);
    }

    /** From now on the process owes an answer, and its silence counts. */
    void expect() {
        waitingSinceNanos = System.nanoTime();
        waiting = true;
    }

    /** The process owes nothing: the next move is the caller's. */
    void rest() {
        waiting = false;
    }

    /** True where the process has been silent for too long, or the whole request takes too long. */
    boolean isOverdue(MediaProcessSettings settings) {
        long now = System.nanoTime();
        if (request == START) {
            return now - startedNanos > settings.startLimit().toNanos();
        }
        boolean silent =
                waiting && now - waitingSinceNanos > settings.progressLimit().toNanos();
        boolean tooLong = !video && now - startedNanos > settings.requestLimit().toNanos();
        return silent || tooLong;
    }

    /** The next answer; a refusal or the process's end is thrown. */
    Wire.Message next() throws MediaProcessException {
        expect();
        try {
            return open(answers.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaProcessException(MediaProcessException.Kind.UNAVAILABLE, "interrupted", e);
        } finally {
            waiting = false;
        }
    }

    /** An answer that is already there, or null. */
    Wire.@Nullable Message poll() throws MediaProcessException {
        Wire.Message message = answers.poll();
        return message == null ? null : open(message);
    }

    /** Waits for the end of the request, passing over signs of progress. */
    DataInputStream done() throws MediaProcessException {
        while (true) {
            Wire.Message message = next();
            if (message.kind() == Wire.Kind.DONE) {
                return new DataInputStream(new ByteArrayInputStream(message.payload()));
            }
        }
    }

    /**
     * Waits until the process has let go of the request's files, whatever its answer, and however often the caller is interrupted: what is
     * deleted before that may be created again. The watch ends a process that stays silent, so the wait is bounded.
     */
    void awaitEnd() {
        boolean interrupted = false;
        expect();
        while (!over) {
            try {
                over = ends(answers.take());
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        waiting = false;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("ReferenceEquality") // one marker object, known by identity
    private static boolean ends(Wire.Message message) {
        return message == GONE || message.kind() == Wire.Kind.FAILED || message.kind() == Wire.Kind.DONE;
    }

    @SuppressWarnings("ReferenceEquality") // one marker object, known by identity
    private Wire.Message open(Wire.Message message) throws MediaProcessException {
        over = over || ends(message);
        if (message == GONE) {
            throw new MediaProcessException(MediaProcessException.Kind.DIED, causeOfDeath);
        }
        if (message.kind() == Wire.Kind.FAILED) {
            throw new MediaProcessException(MediaProcessException.Kind.REFUSED, reason(message));
        }
        return message;
    }

    private static String reason(Wire.Message message) {
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(message.payload()))) {
            return data.readUTF();
        } catch (IOException e) {
            return "refused without a reason";
        }
    }
}
