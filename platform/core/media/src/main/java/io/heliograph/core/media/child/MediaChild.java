package io.heliograph.core.media.child;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The media process. One thread reads the pipe; each request has a thread of its own. When the pipe ends, the host is gone and so is this
 * process, at once: there is nothing here worth saving.
 */
public final class MediaChild {
    /** One allocation of ffmpeg's may not be larger than this. */
    private static final long MAX_ALLOCATION_BYTES = 400L << 20;

    /** Frames of one video that may wait; the host sends no more than two ahead. */
    private static final int WAITING_FRAMES = 4;

    private final DataOutputStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, BlockingQueue<Wire.Message>> videos = new ConcurrentHashMap<>();

    private MediaChild(DataOutputStream out) {
        this.out = out;
    }

    /** Runs until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        try {
            av_log_set_level(AV_LOG_QUIET);
            av_max_alloc(MAX_ALLOCATION_BYTES);
            MediaChild child = new MediaChild(out);
            child.reply(0).send(Wire.Kind.READY, new byte[0], 0);
            child.loop(in);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private Reply reply(int request) {
        return new Reply(out, lock, request);
    }

    private void loop(DataInputStream in) throws IOException {
        while (true) {
            Wire.Message message = Wire.read(in);
            if (message == null) {
                return;
            }
            switch (message.kind()) {
                case VIDEO_FRAME, VIDEO_END, VIDEO_ABORT -> {
                    BlockingQueue<Wire.Message> queue = videos.get(message.request());
                    if (queue != null && !queue.offer(message)) {
                        throw new IOException("more frames than were asked for");
                    }
                }
                default -> {
                    if (message.kind() == Wire.Kind.VIDEO) {
                        videos.put(message.request(), new ArrayBlockingQueue<>(WAITING_FRAMES));
                    }
                    Thread.ofPlatform()
                            .daemon()
                            .name("request-" + message.request())
                            .start(() -> work(message));
                }
            }
        }
    }

    /** The edge of one request: whatever goes wrong becomes its answer. What cannot even be answered ends the process. */
    private void work(Wire.Message message) {
        Reply reply = reply(message.request());
        try (DataInputStream arguments = new DataInputStream(new ByteArrayInputStream(message.payload()))) {
            try {
                run(message, arguments, reply);
            } catch (Ffmpeg.RefusedException e) {
                reply.failed(String.valueOf(e.getMessage()));
            } catch (RuntimeException | InterruptedException e) {
                reply.failed(e.getClass().getSimpleName());
            } finally {
                videos.remove(message.request());
            }
        } catch (IOException | OutOfMemoryError e) {
            Runtime.getRuntime().halt(3);
        }
    }

    private void run(Wire.Message message, DataInputStream arguments, Reply reply)
            throws IOException, Ffmpeg.RefusedException, InterruptedException {
        switch (message.kind()) {
            case PROBE -> Probe.run(arguments, reply);
            case FRAME -> FirstFrame.run(arguments, reply);
            case STILL -> Still.run(arguments, reply);
            case REMUX -> Remux.run(arguments, reply);
            case VIDEO -> {
                BlockingQueue<Wire.Message> queue = videos.get(message.request());
                if (queue != null) {
                    Video.run(arguments, queue, reply);
                }
            }
            default -> throw new Ffmpeg.RefusedException("not a request: " + message.kind());
        }
    }
}
