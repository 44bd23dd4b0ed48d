package io.heliograph.spi.http;

import java.io.IOException;

/** An open connection, for the thread of the call. */
public interface NetworkConnection extends AutoCloseable {
    /** Reads some bytes; -1 at the end. */
    int read(byte[] target, int offset, int length) throws IOException;

    /** Writes and flushes. */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Goes on encrypted (STARTTLS). */
    void startTls() throws IOException;

    /** Closes. */
    @Override
    void close();
}
