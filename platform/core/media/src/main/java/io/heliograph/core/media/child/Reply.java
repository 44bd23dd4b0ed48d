package io.heliograph.core.media.child;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/** One request's way back to the host. Any thread; the pipe is shared, so each message is written under one lock. */
final class Reply {
    private final DataOutputStream out;
    private final ReentrantLock lock;
    private final int request;

    Reply(DataOutputStream out, ReentrantLock lock, int request) {
        this.out = out;
        this.lock = lock;
        this.request = request;
    }

    /** Fields of a message, written in order. */
    interface Fields {
        void to(DataOutputStream data) throws IOException;
    }

    void send(Wire.Kind kind, byte[] payload, int length) throws IOException {
        lock.lock();
        try {
            Wire.write(out, request, kind, payload, length);
        } finally {
            lock.unlock();
        }
    }

    void done(Fields fields) throws IOException {
        send(Wire.Kind.DONE, fields);
    }

    /** Says that work goes on; the host's limit is on time without progress. */
    void progress() throws IOException {
        send(Wire.Kind.PROGRESS, new byte[0], 0);
    }

    void failed(String message) throws IOException {
        send(Wire.Kind.FAILED, data -> data.writeUTF(message));
    }

    private void send(Wire.Kind kind, Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fields.to(new DataOutputStream(bytes));
        send(kind, bytes.toByteArray(), bytes.size());
    }
}
