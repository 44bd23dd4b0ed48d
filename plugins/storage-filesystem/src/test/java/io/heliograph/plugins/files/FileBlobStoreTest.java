package io.heliograph.plugins.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.store.BlobKey;
import io.heliograph.spi.store.BlobStore;
import io.heliograph.testkit.bytes.MemorySink;
import io.heliograph.testkit.bytes.MemorySource;
import io.heliograph.testkit.host.FakeContext;
import io.heliograph.testkit.host.FakeHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a folder has: names, links, leftovers, a full disk. */
final class FileBlobStoreTest {
    private static final byte[] TEXT = "sealed".getBytes(StandardCharsets.US_ASCII);

    private final FakeHost host = new FakeHost();

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        host.close();
    }

    private BlobStore open(Map<String, Object> settings) throws PluginException {
        Map<String, Object> all = new HashMap<>(Map.of("reserve-megabytes", 0L));
        all.putAll(settings);
        return new FilesPlugin().stores().getFirst().create(host.instance(all, folder));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(folder::relativize).toList();
        }
    }

    @Test
    void everyBlobIsOneFileInItsShardAndNothingElseIsLeft() throws Exception {
        BlobStore store = open(Map.of());
        try (FakeContext call = host.call()) {
            for (int i = 0; i < 20; i++) {
                store.put(new BlobKey("a/" + i), MemorySource.of(TEXT), call);
            }
            assertThat(files())
                    .hasSize(20)
                    .allSatisfy(file -> assertThat(file.toString()).matches("blobs/[0-9a-f]{2}/a\\+[0-9]+"));
            for (int i = 0; i < 20; i++) {
                store.delete(new BlobKey("a/" + i), call);
            }
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void aKeyThatClimbsCannotBeMade() {
        for (String bad : List.of("../a", "a/../b", "/a", "a//b", "a\\b", "A", "a.b", "", "a\0b", "a/b/c/d/e/f/g")) {
            assertThatThrownBy(() -> new BlobKey(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aLinkIsNotFollowed() throws Exception {
        BlobStore store = open(Map.of());
        Path outside = Files.writeString(Files.createTempFile(folder, "outside", ".txt"), "secret");
        BlobKey key = new BlobKey("k");
        Path file = Layout.at(folder).file(key);
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, outside);
        try (FakeContext call = host.call()) {
            MemorySink sink = new MemorySink();
            assertThatThrownBy(() -> store.get(key, Optional.empty(), sink, call))
                    .isInstanceOf(PluginException.class);
            assertThat(sink.bytes()).isEmpty();
            assertThat(store.sizeBytes(key, call)).isEmpty();
            store.put(key, MemorySource.of(TEXT), call);
        }
        assertThat(Files.readString(outside)).isEqualTo("secret");
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }

    @Test
    void aShardThatIsALinkIsRefused(@TempDir Path elsewhere) throws Exception {
        BlobStore store = open(Map.of());
        BlobKey key = new BlobKey("k");
        Files.createSymbolicLink(Layout.at(folder).shard(key), elsewhere);
        try (FakeContext call = host.call()) {
            assertThatThrownBy(() -> store.put(key, MemorySource.of(TEXT), call))
                    .isInstanceOf(PluginException.class);
        }
        try (Stream<Path> seen = Files.list(elsewhere)) {
            assertThat(seen).isEmpty();
        }
    }

    @Test
    void whatADeadProcessLeftIsSwept() throws Exception {
        Files.createDirectories(folder.resolve("incoming"));
        Instant now = host.clock().instant();
        Path old = Files.writeString(folder.resolve("incoming/1-1.part"), "half");
        Files.setLastModifiedTime(old, FileTime.from(now.minusSeconds(3601)));
        Path young = Files.writeString(folder.resolve("incoming/2-1.part"), "half");
        Files.setLastModifiedTime(young, FileTime.from(now.minusSeconds(3599)));
        try (BlobStore store = open(Map.of());
                FakeContext call = host.call()) {
            assertThat(files()).containsExactly(folder.relativize(young));
            assertThat(store.list("", Optional.empty(), 10, call).keys()).isEmpty();
        }
    }

    @Test
    void anotherOpeningFindsEverything() throws Exception {
        BlobKey key = new BlobKey("kept");
        try (FakeContext call = host.call()) {
            open(Map.of()).put(key, MemorySource.of(TEXT), call);
            MemorySink sink = new MemorySink();
            assertThat(open(Map.of()).get(key, Optional.empty(), sink, call)).isTrue();
            assertThat(sink.bytes()).isEqualTo(TEXT);
        }
    }

    @Test
    void aDiskThatIsNearlyFullTakesNothingMore() throws Exception {
        try (BlobStore store = open(Map.of("reserve-megabytes", 1_000_000_000L));
                FakeContext call = host.call()) {
            assertThatThrownBy(() -> store.put(new BlobKey("k"), MemorySource.of(TEXT), call))
                    .isInstanceOfSatisfying(PluginException.class, e -> {
                        assertThat(e.kind()).isEqualTo(ErrorKind.RESOURCES);
                        assertThat(e.code()).isEqualTo("disk-full");
                    });
            assertThat(files()).isEmpty();
            assertThat(store.freeBytes(call)).contains(0L);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidWithARemedy() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> open(Map.of("folder", file.resolve("below").toString())))
                .isInstanceOfSatisfying(
                        PluginException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION))
                .hasMessageContaining("Give another one");
    }
}
