package io.heliograph.plugins.files;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteRange;
import io.heliograph.spi.bytes.ByteSink;
import io.heliograph.spi.bytes.ByteSource;
import io.heliograph.spi.store.BlobKey;
import io.heliograph.spi.store.BlobPage;
import io.heliograph.spi.store.BlobStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keeps each blob as one file. Safe for many threads and, by unique names beside, for many processes. */
final class FileBlobStore implements BlobStore {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int MAX_PAGE = 1000;
    private static final String UNFINISHED = ".part";
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Layout layout;
    private final long reserveBytes;
    private final String name = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    private final AtomicLong next = new AtomicLong();

    /**
     * @param reserveBytes what must stay free on the disk
     * @param now for finding what was abandoned
     */
    FileBlobStore(Layout layout, long reserveBytes, Instant now) throws IOException {
        this.layout = layout;
        this.reserveBytes = reserveBytes;
        sweep(now);
    }

    /** Removes what a process that is gone left half written: nothing was added to it for an hour. */
    private void sweep(Instant now) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(layout.incoming(), "*" + UNFINISHED)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(now.minus(ABANDONED))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public long put(BlobKey key, ByteSource bytes, CallContext context) throws PluginException {
        context.cancellation().check();
        try {
            requireRoom(bytes.sizeBytes().orElse(0));
            Path target = layout.file(key);
            Path shard = layout.shard(key);
            makeFolder(shard, layout.blobs());
            Path folder = target.getParent();
            if (folder != null && !folder.equals(shard)) {
                makeFolder(folder, shard);
            }
            Path beside = layout.incoming().resolve(name + "-" + next.incrementAndGet() + UNFINISHED);
            return Durable.write(bytes, beside, target);
        } catch (IOException e) {
            throw failed("put", context, e);
        }
    }

    private static void makeFolder(Path folder, Path parent) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Layout.folder(folder);
            Durable.sync(parent);
        }
    }

    private void requireRoom(long bytes) throws IOException, PluginException {
        long free = Files.getFileStore(layout.blobs()).getUsableSpace();
        if (free - bytes < reserveBytes) {
            throw PluginException.nothingHappened(
                    ErrorKind.RESOURCES,
                    "disk-full",
                    "The disk of the store has " + free / (1024 * 1024)
                            + " MB left. Make room, or lower reserve-megabytes.");
        }
    }

    @Override
    public boolean get(BlobKey key, Optional<ByteRange> range, ByteSink sink, CallContext context)
            throws PluginException {
        context.cancellation().check();
        try (FileChannel channel =
                FileChannel.open(layout.file(key), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long size = channel.size();
            long from = range.map(ByteRange::offsetBytes).orElse(0L);
            long length = range.map(ByteRange::lengthBytes).orElse(size);
            if (from + length > size) {
                throw PluginException.nothingHappened(
                        ErrorKind.USER, "range", "The range ends after the last byte of the blob.");
            }
            copy(channel, from, length, sink, context);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw failed("get", context, e);
        }
    }

    private static void copy(FileChannel channel, long from, long length, ByteSink sink, CallContext context)
            throws IOException, PluginException {
        channel.position(from);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        long left = length;
        while (left > 0) {
            context.cancellation().check();
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            int count = channel.read(buffer);
            if (count < 0) {
                throw new IOException("the blob became shorter while it was read");
            }
            sink.write(buffer.array(), 0, count);
            left -= count;
        }
    }

    @Override
    public Optional<Long> sizeBytes(BlobKey key, CallContext context) throws PluginException {
        try {
            BasicFileAttributes file =
                    Files.readAttributes(layout.file(key), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return file.isRegularFile() ? Optional.of(file.size()) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("size", context, e);
        }
    }

    @Override
    public Deletion delete(BlobKey key, CallContext context) throws PluginException {
        try {
            return Durable.delete(layout.file(key)) ? Deletion.DELETED : Deletion.ABSENT;
        } catch (IOException e) {
            throw failed("delete", context, e);
        }
    }

    @Override
    public BlobPage list(String prefix, Optional<BlobKey> after, int limit, CallContext context)
            throws PluginException {
        if (limit < 1 || limit > MAX_PAGE) {
            throw PluginException.nothingHappened(ErrorKind.USER, "limit", "A page holds 1 to " + MAX_PAGE + " keys.");
        }
        // The least keys of all shards: a heap of limit + 1, so memory does not grow with the store.
        PriorityQueue<BlobKey> least = new PriorityQueue<>((a, b) -> b.compareTo(a));
        try {
            for (int shard = 0; shard < Layout.SHARDS; shard++) {
                context.cancellation().check();
                collect(layout.shard(shard), "", prefix, after.orElse(null), limit + 1, least);
            }
        } catch (IOException e) {
            throw failed("list", context, e);
        }
        boolean more = least.size() > limit;
        if (more) {
            least.poll();
        }
        List<BlobKey> keys = new ArrayList<>(least);
        keys.sort(null);
        return new BlobPage(keys, more);
    }

    private static void collect(
            Path folder,
            String beginning,
            String prefix,
            @Nullable BlobKey after,
            int most,
            PriorityQueue<BlobKey> least)
            throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (Layout.isCut(name)) {
                    collect(file, Layout.beginning(name), prefix, after, most, least);
                    continue;
                }
                BlobKey key = Layout.key(beginning + name);
                if (key != null && key.value().startsWith(prefix) && (after == null || key.compareTo(after) > 0)) {
                    least.add(key);
                    if (least.size() > most) {
                        least.poll();
                    }
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // A shard without blobs has no folder.
        }
    }

    @Override
    public Optional<Long> freeBytes(CallContext context) throws PluginException {
        try {
            return Optional.of(Math.max(0, Files.getFileStore(layout.blobs()).getUsableSpace() - reserveBytes));
        } catch (IOException e) {
            throw failed("free", context, e);
        }
    }

    /** A failure of the disk, or of the other end of a transfer: the blob is as it was. */
    private static PluginException failed(String operation, CallContext context, IOException cause) {
        if (context.cancellation().isCancelled()) {
            return PluginException.cancelled().causedBy(cause);
        }
        return PluginException.nothingHappened(
                        ErrorKind.RESOURCES,
                        "files-" + operation,
                        "The store's folder answered " + cause.getClass().getSimpleName() + " to a " + operation + ".")
                .causedBy(cause);
    }

    @Override
    public void close() {
        // no file stays open between calls
    }
}
