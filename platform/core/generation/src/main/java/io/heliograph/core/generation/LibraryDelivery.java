package io.heliograph.core.generation;

import io.heliograph.core.billing.Plans;
import io.heliograph.core.library.AssetErasedException;
import io.heliograph.core.library.KeptAsset;
import io.heliograph.core.library.Making;
import io.heliograph.core.library.NewAsset;
import io.heliograph.core.library.ResultKeeper;
import io.heliograph.core.media.DigitalSource;
import io.heliograph.core.media.MediaOrigin;
import io.heliograph.core.media.MediaPipeline;
import io.heliograph.core.media.PreparedMedia;
import io.heliograph.host.bytes.SpoolFile;
import io.heliograph.host.bytes.SpoolKey;
import io.heliograph.host.bytes.SpoolRoom;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.ObjectRef;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of results: out of the spool, through the media pipeline, past STORE into the store, and then into sight. */
final class LibraryDelivery implements Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryDelivery.class);

    private final SpoolRoom spool;
    private final MediaPipeline pipeline;
    private final ResultKeeper keeper;
    private final Plans plans;
    private final Engine.Engines engines;
    private final Path workFolder;

    /** @param workFolder inside the spool's folder, on the same terms: nobody else reads it, and it is empty between jobs */
    LibraryDelivery(
            SpoolRoom spool,
            MediaPipeline pipeline,
            ResultKeeper keeper,
            Plans plans,
            Engine.Engines engines,
            Path workFolder) {
        this.spool = spool;
        this.pipeline = pipeline;
        this.keeper = keeper;
        this.plans = plans;
        this.engines = engines;
        this.workFolder = workFolder;
    }

    @Override
    public Shelf keep(Order order) {
        List<KeptAsset> kept = new ArrayList<>();
        @Nullable ProblemException unusable = null;
        List<Made.Kept> outputs = order.outputs().kept();
        for (int i = 0; i < outputs.size(); i++) {
            try {
                kept.add(keepOne(order, outputs.get(i), i));
            } catch (ProblemException refused) {
                if (refused.type() == ProblemType.UNAVAILABLE) {
                    throw new TryLaterException(refused);
                }
                LOG.info(
                        "Output {} of job {} cannot be kept: {}",
                        i,
                        order.grant().job(),
                        refused.getMessage());
                unusable = refused;
            } catch (AssetErasedException erased) {
                LOG.info(
                        "Job {} was erased before its result was kept",
                        order.grant().job());
                throw new LeaseLostException();
            }
        }
        if (kept.isEmpty()) {
            throw new UnusableException(
                    unusable == null ? new IllegalStateException("an answer without outputs") : unusable);
        }
        return new Kept(keeper, kept);
    }

    private KeptAsset keepOne(Order order, Made.Kept output, int ordinal) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory(Files.createDirectories(workFolder), "job");
            Path source = folder.resolve("spooled");
            unspool(order, output, source);
            PreparedMedia media = pipeline.prepare(
                    source,
                    Files.createDirectory(folder.resolve("prepared")),
                    new MediaOrigin.Generated(source(order)));
            return keeper.keep(asset(order, output, ordinal), media, folder);
        } catch (PluginException | IOException | UncheckedIOException away) {
            throw new TryLaterException(away);
        } finally {
            if (folder != null) {
                WorkFolders.delete(folder);
            }
        }
    }

    private void unspool(Order order, Made.Kept output, Path target) throws IOException {
        SpoolFile file = new SpoolFile(output.name(), output.mediaType(), output.sizeBytes());
        try (OutputStream out = Files.newOutputStream(target)) {
            spool.open(SpoolKey.of(order.outputs().spoolKey()), file).copyTo(out);
        } catch (IOException failure) {
            if (lost(failure)) {
                throw new SpoolLostException(failure);
            }
            throw failure;
        }
    }

    /** The file is gone or does not open; anything else, such as a full disk, passes. */
    private static boolean lost(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoSuchFileException || cause instanceof GeneralSecurityException) {
                return true;
            }
        }
        return false;
    }

    private static DigitalSource source(Order order) {
        return DigitalSource.of(Origin.valueOf(order.job().origin()));
    }

    private NewAsset asset(Order order, Made.Kept output, int ordinal) {
        OptionalLong seed =
                output.seed().isPresent() ? output.seed() : order.input().seed();
        boolean charged = order.job().settlement().equals("HELD");
        return new NewAsset(
                new AssetId(order.job().assets().get(ordinal)),
                order.grant().owner(),
                order.grant().job(),
                ordinal,
                new NewAsset.Grant(
                        ObjectRef.job(order.grant().job()), order.grant().epoch()),
                order.job().instance() + "/" + order.job().model(),
                order.job().modelTitle(),
                source(order).uri(),
                Optional.of(plans.planOf(order.grant().owner()).code()),
                new Making(
                        order.input().prompt(),
                        order.input().negativePrompt(),
                        order.input().options(),
                        seed,
                        charged ? order.job().creditsEach() : 0,
                        engines.find(new InstanceId(order.job().instance()))
                                .map(engine -> engine.view().name())
                                .orElse(order.job().instance()),
                        order.input().references().stream()
                                .map(one -> new Making.UsedReference(
                                        one.asset(), one.use().name()))
                                .toList(),
                        order.outputs().notes().stream()
                                .map(note -> new Making.Note(note.code(), note.values()))
                                .toList()));
    }

    @Override
    public void forget(List<Made.Kept> files) {
        for (Made.Kept file : files) {
            try {
                spool.delete(new SpoolFile(file.name(), file.mediaType(), file.sizeBytes()));
            } catch (IOException later) {
                LOG.warn("A spool file could not be deleted now; the sweep takes it", later);
            }
        }
    }

    private record Kept(ResultKeeper keeper, List<KeptAsset> kept) implements Shelf {
        @Override
        public List<AssetId> assets() {
            return kept.stream().map(KeptAsset::id).toList();
        }

        @Override
        public void publish() {
            for (KeptAsset asset : kept) {
                if (!keeper.publish(asset)) {
                    throw new LeaseLostException();
                }
            }
        }

        @Override
        public void discard() {
            kept.forEach(keeper::abandon);
        }
    }
}
