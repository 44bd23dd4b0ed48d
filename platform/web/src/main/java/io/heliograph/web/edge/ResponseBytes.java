package io.heliograph.web.edge;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, written on a virtual thread while it leaves. At most {@value #AHEAD} chunks are on their way
 * to the client; a client that takes none of them for a while is cut off, so that it cannot hold a store's slot. Written
 * by one thread.
 */
public final class ResponseBytes extends OutputStream {
    /** Chunks on their way at once. */
    static final int AHEAD = 8;

    private static final int CHUNK_BYTES = 64 * 1024;

    private final Context context;
    private final HttpServerResponse response;
    private final Duration noProgress;
    private final Semaphore room = new Semaphore(AHEAD);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    ResponseBytes(Context context, HttpServerResponse response, Duration noProgress) {
        this.context = context;
        this.response = response;
        this.noProgress = noProgress;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    /** @throws IOException when the client is gone or too slow; the connection is then closed */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            int count = Math.min(CHUNK_BYTES, end - at);
            send(Buffer.buffer(count).appendBytes(bytes, at, count));
            at += count;
        }
    }

    private void send(Buffer chunk) throws IOException {
        acquire();
        Throwable before = failure.get();
        if (before != null) {
            room.release();
            throw new IOException("the client is gone", before);
        }
        context.runOnContext(_ -> {
            if (response.closed() || response.ended()) {
                failure.compareAndSet(null, new IOException("the connection is closed"));
                room.release();
                return;
            }
            response.write(chunk).onComplete(written -> {
                if (written.failed()) {
                    failure.compareAndSet(null, written.cause());
                }
                room.release();
            });
        });
    }

    private void acquire() throws IOException {
        try {
            if (!room.tryAcquire(noProgress.toMillis(), TimeUnit.MILLISECONDS)) {
                context.runOnContext(_ -> response.reset());
                throw new IOException("the client took nothing for " + noProgress.toSeconds() + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            InterruptedIOException stop = new InterruptedIOException("stopped while sending");
            stop.initCause(interrupted);
            throw stop;
        }
    }
}
