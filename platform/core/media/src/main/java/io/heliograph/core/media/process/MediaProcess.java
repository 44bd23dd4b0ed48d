package io.heliograph.core.media.process;

import io.heliograph.core.media.child.Wire;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Native media work, done in a process of its own. Any thread; calls block. Started by the first request, restarted when it died.
 *
 * <p>Reading operations are tried twice where the process died under them; a clip being written is not, since its frames are gone.
 */
public final class MediaProcess implements AutoCloseable {
    private static final int CONCURRENT_VIDEOS = 2;
    private static final long SLOWEST_RESTART_MILLIS = 5_000;

    private final MediaProcessSettings settings;
    private final Semaphore requests;
    private final Semaphore videos = new Semaphore(CONCURRENT_VIDEOS, true);
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection;
    private int deathsInARow;
    private long notBeforeNanos = System.nanoTime();
    private boolean closed;

    public MediaProcess(MediaProcessSettings settings) {
        this.settings = settings;
        this.requests = new Semaphore(settings.concurrentRequests(), true);
    }

    /** Starts the process now, so that the first person does not wait for it. */
    public void warmUp() throws MediaProcessException {
        connection();
    }

    /** What the container says. @param demuxer {@code mov} for MP4, AVIF and HEIC, {@code matroska} for WebM */
    public VideoFacts probe(Path file, String demuxer) throws MediaProcessException {
        return ask(
                Wire.Kind.PROBE,
                arguments -> {
                    arguments.writeUTF(file.toString());
                    arguments.writeUTF(demuxer);
                },
                exchange -> {
                    DataInputStream answer = exchange.done();
                    return new VideoFacts(
                            answer.readInt(),
                            answer.readInt(),
                            answer.readLong(),
                            answer.readLong(),
                            answer.readInt(),
                            answer.readUTF(),
                            answer.readUTF(),
                            answer.readUTF());
                });
    }

    /**
     * The first picture of a clip, or the picture of an AVIF or HEIC file.
     *
     * @param maxSide longest side of what comes back, 0 for the stored size
     * @param maxPixels refuse to decode more
     */
    public RawPicture firstFrame(Path file, String demuxer, int maxSide, long maxPixels) throws MediaProcessException {
        return ask(
                Wire.Kind.FRAME,
                arguments -> {
                    arguments.writeUTF(file.toString());
                    arguments.writeUTF(demuxer);
                    arguments.writeInt(maxSide);
                    arguments.writeLong(maxPixels);
                },
                exchange -> readPixels(exchange, maxPixels));
    }

    private static RawPicture readPixels(Exchange exchange, long maxPixels) throws MediaProcessException {
        ByteBuffer head = ByteBuffer.wrap(exchange.next().payload());
        int width = head.getInt();
        int height = head.getInt();
        int orientation = head.getInt();
        if (width < 1 || height < 1 || (long) width * height > maxPixels) {
            throw new MediaProcessException(
                    MediaProcessException.Kind.REFUSED, "a picture of " + width + " x " + height);
        }
        int[] argb = new int[width * height];
        IntBuffer target = IntBuffer.wrap(argb);
        while (true) {
            Wire.Message message = exchange.next();
            if (message.kind() == Wire.Kind.DONE) {
                return new RawPicture(width, height, argb, orientation);
            }
            target.put(ByteBuffer.wrap(message.payload())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer());
        }
    }

    /**
     * A WebP file.
     *
     * @param argb {@code width * height} pixels, at most 4096 x 4096
     * @param quality 0 to 100; ignored for lossless
     */
    public byte[] webp(int[] argb, int width, int height, int quality, boolean lossless) throws MediaProcessException {
        if (argb.length != width * height || argb.length > 4096 * 4096) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height);
        }
        return ask(
                Wire.Kind.STILL,
                arguments -> {
                    arguments.writeInt(width);
                    arguments.writeInt(height);
                    arguments.writeInt(quality);
                    arguments.writeBoolean(lossless);
                    ByteBuffer bytes = ByteBuffer.allocate(argb.length * 4).order(ByteOrder.LITTLE_ENDIAN);
                    bytes.asIntBuffer().put(argb);
                    arguments.write(bytes.array());
                },
                exchange -> exchange.done().readAllBytes());
    }

    /**
     * Copies picture and sound into a fresh container, without anything else.
     *
     * @param muxer {@code mp4} or {@code webm}
     * @param maxFrames refuse longer clips
     * @param digitalSourceType IPTC term for a WebM's tags, empty for none
     * @return the number of frames
     */
    public long remux(Path from, String demuxer, Path to, String muxer, long maxFrames, String digitalSourceType)
            throws MediaProcessException {
        return ask(
                Wire.Kind.REMUX,
                arguments -> {
                    arguments.writeUTF(from.toString());
                    arguments.writeUTF(demuxer);
                    arguments.writeUTF(to.toString());
                    arguments.writeUTF(muxer);
                    arguments.writeLong(maxFrames);
                    arguments.writeUTF(digitalSourceType);
                },
                exchange -> exchange.done().readLong());
    }

    /**
     * Begins a clip. At most two are written at once; more wait.
     *
     * @param muxer {@code mp4} (H.264) or {@code webm} (VP9)
     */
    public VideoWriter writeVideo(Path to, String muxer, int width, int height, int framesPerSecond)
            throws MediaProcessException {
        acquire(videos);
        boolean begun = false;
        try {
            Connection current = connection();
            Exchange exchange = current.request(Wire.Kind.VIDEO, payload(arguments -> {
                arguments.writeUTF(to.toString());
                arguments.writeUTF(muxer);
                arguments.writeInt(width);
                arguments.writeInt(height);
                arguments.writeInt(framesPerSecond);
            }));
            exchange.rest();
            begun = true;
            return new VideoWriter(current, exchange, width, height, videos::release);
        } finally {
            if (!begun) {
                videos.release();
            }
        }
    }

    /** True where the process runs now; false says only that the next request will start it. */
    public boolean isRunning() {
        lock.lock();
        try {
            return connection != null && connection.isAlive();
        } finally {
            lock.unlock();
        }
    }

    /** Process id of the running process, 0 where there is none; for diagnosis. */
    public long pid() {
        lock.lock();
        try {
            return connection != null && connection.isAlive() ? connection.pid() : 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (connection != null) {
                connection.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private interface Arguments {
        void to(DataOutputStream data) throws IOException;
    }

    private interface Answer<T> {
        T from(Exchange exchange) throws MediaProcessException, IOException;
    }

    private <T> T ask(Wire.Kind kind, Arguments arguments, Answer<T> answer) throws MediaProcessException {
        acquire(requests);
        try {
            byte[] payload = payload(arguments);
            try {
                return askOnce(kind, payload, answer);
            } catch (MediaProcessException e) {
                if (e.kind() != MediaProcessException.Kind.DIED) {
                    throw e;
                }
                return askOnce(kind, payload, answer);
            }
        } finally {
            requests.release();
        }
    }

    private <T> T askOnce(Wire.Kind kind, byte[] payload, Answer<T> answer) throws MediaProcessException {
        Connection current = connection();
        Exchange exchange = current.request(kind, payload);
        try {
            T result = answer.from(exchange);
            lock.lock();
            try {
                deathsInARow = 0;
            } finally {
                lock.unlock();
            }
            return result;
        } catch (IOException e) {
            throw new MediaProcessException(MediaProcessException.Kind.DIED, "half an answer", e);
        } finally {
            if (kind == Wire.Kind.REMUX) {
                exchange.awaitEnd(); // it writes a file, which an interrupted caller is about to delete
            }
            current.forget(exchange);
        }
    }

    private static byte[] payload(Arguments arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            arguments.to(data);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private void acquire(Semaphore semaphore) throws MediaProcessException {
        try {
            if (!semaphore.tryAcquire(settings.requestLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new MediaProcessException(MediaProcessException.Kind.UNAVAILABLE, "the media process is busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaProcessException(MediaProcessException.Kind.UNAVAILABLE, "interrupted", e);
        }
    }

    /** The living process, started where there is none; callers that come meanwhile wait at the lock. */
    private Connection connection() throws MediaProcessException {
        lock.lock();
        try {
            if (closed) {
                throw new MediaProcessException(MediaProcessException.Kind.UNAVAILABLE, "the service is stopping");
            }
            if (connection != null && connection.isAlive()) {
                return connection;
            }
            if (connection != null) {
                deathsInARow++;
                connection.close();
                connection = null;
                long pauseMillis = Math.min(SLOWEST_RESTART_MILLIS, 50L << Math.min(deathsInARow, 10));
                notBeforeNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMillis);
            }
            pause();
            if (connection == null || !connection.isAlive()) { // another caller may have started it during the pause
                connection = Connection.start(settings);
            }
            return connection;
        } finally {
            lock.unlock();
        }
    }

    private void pause() throws MediaProcessException {
        try {
            long left = notBeforeNanos - System.nanoTime();
            while (left > 0) {
                left = lock.newCondition().awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaProcessException(MediaProcessException.Kind.UNAVAILABLE, "interrupted", e);
        }
    }
}
