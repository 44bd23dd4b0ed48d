package io.heliograph.spi.bytes;

import java.io.IOException;
import java.io.OutputStream;

/** Where a plugin writes bytes during one call. Made by the host, which counts and refuses past the limit. */
public interface ByteSink {
    /**
     * Writes some bytes.
     *
     * @throws IOException when the limit is passed, the permit revoked, the call cancelled or the receiver gone
     */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** The sink as a stream; closing it does nothing. */
    default OutputStream asStream() {
        return new SinkStream(this);
    }
}
