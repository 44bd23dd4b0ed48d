package io.heliograph.core.media.process;

import io.heliograph.core.media.child.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A clip being written. Frames go one by one; {@link #frame} waits while two are on their way. One thread.
 *
 * <p>Closing before {@link #finish} abandons the clip: what is in the file then is nothing. When closing returns, the media process has let go
 * of the file, so that the caller's deletion is the last that happens to it.
 */
public final class VideoWriter implements AutoCloseable {
    private static final int AHEAD = 2;

    private final Connection connection;
    private final Exchange exchange;
    private final Runnable release;
    private final int pixels;
    private final byte[] bytes;
    private int onTheWay;
    private boolean ended;

    VideoWriter(Connection connection, Exchange exchange, int width, int height, Runnable release) {
        this.connection = connection;
        this.exchange = exchange;
        this.release = release;
        this.pixels = width * height;
        this.bytes = new byte[pixels * 4];
    }

    /** Adds one frame of {@code width * height} pixels as {@code 0xRRGGBB}. */
    public void frame(int[] rgb) throws MediaProcessException {
        if (ended || rgb.length != pixels) {
            throw new IllegalArgumentException("a frame of " + rgb.length + " pixels, wanted " + pixels);
        }
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(rgb);
        connection.send(exchange, Wire.Kind.VIDEO_FRAME, bytes);
        onTheWay++;
        while (exchange.poll() != null) {
            onTheWay--;
        }
        while (onTheWay >= AHEAD) {
            exchange.next();
            onTheWay--;
        }
        exchange.rest();
    }

    /** Completes the file; returns the number of frames. */
    public long finish() throws MediaProcessException {
        connection.send(exchange, Wire.Kind.VIDEO_END, new byte[0]);
        try {
            long frames = exchange.done().readLong();
            end();
            return frames;
        } catch (IOException e) {
            throw new MediaProcessException(MediaProcessException.Kind.DIED, "half an answer", e);
        }
    }

    @Override
    public void close() {
        if (!ended) {
            try {
                connection.send(exchange, Wire.Kind.VIDEO_ABORT, new byte[0]);
            } catch (MediaProcessException e) {
                connection.kill("a clip could not be abandoned");
            }
            exchange.awaitEnd();
            end();
        }
    }

    private void end() {
        ended = true;
        connection.forget(exchange);
        release.run();
    }
}
