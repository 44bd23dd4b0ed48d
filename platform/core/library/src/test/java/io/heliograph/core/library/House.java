package io.heliograph.core.library;

import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.inventory.ExportParticipant;
import io.heliograph.core.media.DigitalSource;
import io.heliograph.core.media.MediaFile;
import io.heliograph.core.media.MediaLimits;
import io.heliograph.core.media.MediaPipeline;
import io.heliograph.core.media.MediaType;
import io.heliograph.core.media.PreparedMedia;
import io.heliograph.core.media.Provenance;
import io.heliograph.core.media.process.MediaProcess;
import io.heliograph.core.media.process.MediaProcessSettings;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.EpochSource;
import io.heliograph.policy.ObjectRef;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.PolicySetup;
import io.heliograph.policy.privacy.Declaration;
import io.heliograph.policy.privacy.PrivacyModule;
import io.heliograph.policy.retention.RetentionModule;
import io.heliograph.policy.retention.RetentionPeriods;
import io.heliograph.spi.PluginException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A library on a test database, with the real gates and a store in memory. */
final class House implements AutoCloseable {
    final TestDatabase db;
    final MemoryStore store = new MemoryStore();
    final Map<UUID, Long> jobEpochs = new ConcurrentHashMap<>();
    final Set<PrincipalId> held = new HashSet<>();
    final LibraryRoom room;
    final Library library;
    final ResultKeeper keeper;
    final ErasureParticipant erasure;
    final ExportParticipant export;
    private final PolicyEngine gates;
    private final MediaProcess process;
    private final ExecutorService calculation = Executors.newFixedThreadPool(2);

    House(TestDatabase db) {
        this.db = db;
        EpochSource jobs = object -> {
            Long epoch = jobEpochs.get(object.id());
            return epoch == null ? OptionalLong.empty() : OptionalLong.of(epoch);
        };
        gates = new PolicyEngine(
                db.clock(), EpochSource.byKind(Map.of("asset", LibraryRoom.epochs(db.tx()), "job", jobs)));
        gates.load(PolicySetup.of(List.of(
                new PrivacyModule(
                        instance -> Optional.of(new Declaration(Set.of(), Set.of(), Set.of())), held::contains),
                new RetentionModule(db.clock(), RetentionPeriods.defaults()))));
        process = new MediaProcess(
                MediaProcessSettings.in(Path.of("target", "media-data").toAbsolutePath()));
        room = new LibraryRoom(new LibraryRoom.Parts(
                db.tx(),
                db.ids(),
                db.clock(),
                db.sealer(),
                db.events(),
                gates,
                store,
                new MediaPipeline(MediaLimits.usual(), process, calculation),
                (owner, asset, job) -> List.of(),
                LibrarySettings.usual()));
        library = room.library();
        keeper = room.keeper();
        erasure = room.erasure();
        export = room.export();
    }

    /** Bytes that no store shows by chance. */
    static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        System.arraycopy("PLAINTEXT".getBytes(StandardCharsets.UTF_8), 0, bytes, 0, 9);
        return bytes;
    }

    Path folder() throws IOException {
        return Files.createTempDirectory(db.folder(), "work");
    }

    PreparedMedia media(int length) throws IOException {
        Path folder = folder();
        MediaFile original = file(folder, "original", MediaType.PNG, 800, 600, bytes(length, 1));
        return new PreparedMedia(
                original,
                List.of(
                        file(folder, "w256", MediaType.WEBP, 256, 192, bytes(900, 2)),
                        file(folder, "w512", MediaType.WEBP, 512, 384, bytes(1800, 3))),
                0,
                "L00000fQfQfQfQfQfQfQfQfQfQfQ",
                new Provenance(Optional.empty(), false));
    }

    private static MediaFile file(Path folder, String name, MediaType type, int width, int height, byte[] bytes)
            throws IOException {
        Path path = folder.resolve(name);
        Files.write(path, bytes);
        return new MediaFile(
                name, path, type, width, height, bytes.length, "%08x".formatted(bytes.length) + "0".repeat(56));
    }

    NewAsset asset(PrincipalId owner, String prompt) {
        JobId job = new JobId(db.id());
        jobEpochs.put(job.value(), 7L);
        return new NewAsset(
                new AssetId(db.id()),
                owner,
                job,
                0,
                new NewAsset.Grant(ObjectRef.job(job), 7),
                "procedural/landscape",
                "Landscape",
                DigitalSource.ALGORITHMIC.uri(),
                Optional.empty(),
                new Making(
                        prompt,
                        Optional.of("fog"),
                        Map.of("size", "768x512", "steps", 4),
                        OptionalLong.of(42),
                        3,
                        "Procedural",
                        List.of(),
                        List.of(new Making.Note("words-ignored", List.of("unicorn", "disco")))));
    }

    /** A result, kept and published. */
    AssetId result(PrincipalId owner, String prompt) throws IOException, PluginException {
        KeptAsset kept = keeper.keep(asset(owner, prompt), media(200_000), folder());
        if (!db.tx().required(() -> keeper.publish(kept))) {
            throw new IllegalStateException("not published");
        }
        return kept.id();
    }

    static byte[] read(AssetContent content, long from, long to) throws IOException, PluginException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.copy(from, to, out);
        return out.toByteArray();
    }

    @Override
    public void close() {
        process.close();
        calculation.shutdownNow();
        gates.close();
    }
}
