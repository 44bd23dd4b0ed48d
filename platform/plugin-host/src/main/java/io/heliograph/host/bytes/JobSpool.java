package io.heliograph.host.bytes;

import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.SinkWriter;
import io.heliograph.spi.bytes.Spool;
import io.heliograph.spi.bytes.SpoolToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call's part of the spool: hands out files under one key and remembers which, so that a token of another call is
 * refused. Safe for many threads.
 */
public final class JobSpool implements Spool {
    private final @Nullable SpoolRoom room;
    private final @Nullable SpoolKey key;
    private final long limitBytes;
    private final int maxFiles;
    private final List<SpoolFile> files = new ArrayList<>();
    private int started;

    /**
     * @param limitBytes most bytes of one file
     * @param maxFiles most files of the call
     */
    public JobSpool(SpoolRoom room, SpoolKey key, long limitBytes, int maxFiles) {
        this.room = room;
        this.key = key;
        this.limitBytes = limitBytes;
        this.maxFiles = maxFiles;
    }

    private JobSpool() {
        this.room = null;
        this.key = null;
        this.limitBytes = 0;
        this.maxFiles = 0;
    }

    /** A spool that takes nothing, for calls that have no results. */
    public static JobSpool none() {
        return new JobSpool();
    }

    @Override
    public SpoolToken write(String mediaType, SinkWriter writer) throws IOException, PluginException {
        if (room == null || key == null) {
            throw new IOException("this call has no results");
        }
        synchronized (files) {
            if (started == maxFiles) {
                throw new IOException("more than " + maxFiles + " results");
            }
            started++;
        }
        SpoolFile file = room.create(key, mediaType, limitBytes, writer);
        synchronized (files) {
            files.add(file);
        }
        return file.token();
    }

    /** What has been written, in the order of completion. */
    public List<SpoolFile> files() {
        synchronized (files) {
            return List.copyOf(files);
        }
    }

    /** The file of a token of this call; empty for any other token. */
    public Optional<SpoolFile> file(SpoolToken token) {
        return files().stream()
                .filter(file -> file.name().equals(token.value()))
                .findFirst();
    }

    /** Most bytes of one file. */
    public long limitBytes() {
        return limitBytes;
    }

    /** Deletes a file of this call, one that the answer did not name. */
    public void discard(SpoolFile file) throws IOException {
        if (room != null) {
            room.delete(file);
        }
        synchronized (files) {
            files.remove(file);
        }
    }

    /** Deletes all files of this call. */
    public void discardAll() throws IOException {
        for (SpoolFile file : files()) {
            discard(file);
        }
    }
}
