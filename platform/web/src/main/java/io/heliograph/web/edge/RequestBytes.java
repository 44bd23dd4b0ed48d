package io.heliograph.web.edge;

import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, read on a virtual thread while it arrives. The client is asked for at most {@value #AHEAD}
 * chunks that nobody has read yet, so memory stays the same however long the body is. Read by one thread.
 */
final class RequestBytes extends InputStream {
    /** Chunks that may wait unread; a chunk has at most 64 kB. */
    static final int AHEAD = 8;

    private final Context context;
    private final HttpServerRequest request;
    private final long limitBytes;
    private final Duration noProgress;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private Buffer current = Buffer.buffer();
    private int position;
    private long readBytes;
    private boolean ended;

    private RequestBytes(Context context, HttpServerRequest request, long limitBytes, Duration noProgress) {
        this.context = context;
        this.request = request;
        this.limitBytes = limitBytes;
        this.noProgress = noProgress;
    }

    /**
     * Starts reading a paused request. Called on its context.
     *
     * @param noProgress how long the client may send nothing
     */
    static RequestBytes of(Context context, HttpServerRequest request, long limitBytes, Duration noProgress) {
        RequestBytes bytes = new RequestBytes(context, request, limitBytes, noProgress);
        if (request.isEnded()) {
            bytes.pieces.add(new End(null));
            return bytes;
        }
        request.handler(buffer -> bytes.pieces.add(new Chunk(buffer)));
        request.endHandler(_ -> bytes.pieces.add(new End(null)));
        request.exceptionHandler(failure -> bytes.pieces.add(new End(failure)));
        return bytes;
    }

    /** Asks for the first chunks. */
    void open() {
        fetch(AHEAD);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == current.length()) {
            if (ended || !next()) {
                return -1;
            }
        }
        int count = Math.min(length, current.length() - position);
        current.getBytes(position, position + count, target, offset);
        position += count;
        return count;
    }

    /** Takes the next piece; false at the end. */
    private boolean next() throws IOException {
        Piece piece = take();
        if (piece instanceof Chunk(Buffer buffer)) {
            readBytes += buffer.length();
            if (readBytes > limitBytes) {
                throw ProblemException.of(ProblemType.TOO_LARGE, Map.of("limitBytes", limitBytes));
            }
            current = buffer;
            position = 0;
            fetch(1);
            return true;
        }
        ended = true;
        if (piece instanceof End(Throwable failure) && failure != null) {
            throw new IOException("the client went away in the middle of its upload", failure);
        }
        return false;
    }

    private Piece take() throws IOException {
        try {
            Piece piece = pieces.poll(noProgress.toMillis(), TimeUnit.MILLISECONDS);
            if (piece == null) {
                throw new IOException("the client sent nothing for " + noProgress.toSeconds() + " s");
            }
            return piece;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            InterruptedIOException stop = new InterruptedIOException("stopped while reading an upload");
            stop.initCause(interrupted);
            throw stop;
        }
    }

    private void fetch(int chunks) {
        context.runOnContext(_ -> {
            if (!request.isEnded()) {
                request.fetch(chunks);
            }
        });
    }

    private sealed interface Piece {}

    private record Chunk(Buffer buffer) implements Piece {}

    private record End(@Nullable Throwable failure) implements Piece {}
}
