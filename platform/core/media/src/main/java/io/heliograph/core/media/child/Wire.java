package io.heliograph.core.media.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Messages between host and media process: length (4 bytes, of what follows), request id (4), kind (1), payload. Both sides come from the
 * same build, so there is one version and no negotiation.
 */
public final class Wire {
    /** Longest payload: one frame of 4096 x 4096 pixels and its head. */
    public static final int MAX_PAYLOAD_BYTES = 4096 * 4096 * 4 + 1024;

    /** Largest piece in which pixels come back. */
    public static final int CHUNK_BYTES = 1 << 20;

    private Wire() {}

    /** What a message is. The first group goes to the media process, the second comes from it. */
    public enum Kind {
        PROBE,
        FRAME,
        STILL,
        REMUX,
        VIDEO,
        VIDEO_FRAME,
        VIDEO_END,
        VIDEO_ABORT,

        READY,
        PROGRESS,
        CHUNK,
        DONE,
        FAILED
    }

    /** One message. The payload belongs to the receiver. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier between two threads, never compared
    public record Message(int request, Kind kind, byte[] payload) {}

    /** Reads one message; null at the end of the stream. */
    public static @Nullable Message read(DataInputStream in) throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException e) {
            return null;
        }
        if (length < 5 || length > MAX_PAYLOAD_BYTES + 5) {
            throw new IOException("message of " + length + " bytes");
        }
        int request = in.readInt();
        int kind = in.readUnsignedByte();
        if (kind >= Kind.values().length) {
            throw new IOException("message of kind " + kind);
        }
        byte[] payload = new byte[length - 5];
        in.readFully(payload);
        return new Message(request, Kind.values()[kind], payload);
    }

    /** Writes one message and flushes. Callers serialise themselves. */
    @SuppressWarnings("EnumOrdinal") // both sides come from one build; the number never outlives the pipe
    public static void write(DataOutputStream out, int request, Kind kind, byte[] payload, int length)
            throws IOException {
        out.writeInt(length + 5);
        out.writeInt(request);
        out.writeByte(kind.ordinal());
        out.write(payload, 0, length);
        out.flush();
    }
}
