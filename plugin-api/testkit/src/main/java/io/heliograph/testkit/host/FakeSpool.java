package io.heliograph.testkit.host;

import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.SinkWriter;
import io.heliograph.spi.bytes.Spool;
import io.heliograph.spi.bytes.SpoolToken;
import io.heliograph.testkit.bytes.MemorySink;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A spool in memory. */
public final class FakeSpool implements Spool {
    private final Map<String, byte[]> results = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong();
    private volatile long limitBytes = 64L * 1024 * 1024;

    /** Most bytes of one result from now on. */
    public void limitBytes(long bytes) {
        limitBytes = bytes;
    }

    @Override
    public SpoolToken write(String mediaType, SinkWriter writer) throws IOException, PluginException {
        MemorySink sink = new MemorySink(limitBytes);
        writer.writeTo(sink);
        return keep(sink.bytes());
    }

    SpoolToken keep(byte[] bytes) {
        SpoolToken token = new SpoolToken("spool-" + next.incrementAndGet());
        results.put(token.value(), bytes);
        return token;
    }

    /** What lies under a token. @throws IllegalArgumentException for a token that is not of this spool. */
    public byte[] bytes(SpoolToken token) {
        byte[] bytes = results.get(token.value());
        if (bytes == null) {
            throw new IllegalArgumentException("not a token of this spool");
        }
        return bytes.clone();
    }

    /** How many results there are. */
    public int size() {
        return results.size();
    }
}
