package io.heliograph.testkit.host;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.identity.CredentialRecords;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Credential records in memory. */
public final class FakeCredentials implements CredentialRecords {
    private static final int MAX_BYTES = 8 * 1024;

    private final Map<String, byte[]> records = new ConcurrentHashMap<>();
    private final AtomicInteger writes = new AtomicInteger();

    @Override
    public Optional<byte[]> read(String subject) {
        return Optional.ofNullable(records.get(subject)).map(byte[]::clone);
    }

    @Override
    public void write(String subject, byte[] record) throws PluginException {
        if (record.length > MAX_BYTES) {
            throw PluginException.nothingHappened(ErrorKind.RESOURCES, "record-size", "A record has at most 8 kB.");
        }
        records.put(subject, record.clone());
        writes.incrementAndGet();
    }

    @Override
    public void delete(String subject) {
        records.remove(subject);
    }

    /** How often something was written. */
    public int writes() {
        return writes.get();
    }
}
