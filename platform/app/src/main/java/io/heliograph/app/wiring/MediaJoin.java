package io.heliograph.app.wiring;

import io.heliograph.core.database.StartProblem;
import io.heliograph.core.media.MediaPipeline;
import io.heliograph.host.guard.MediaPort;
import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.Cancellation;
import io.heliograph.spi.bytes.Spool;
import io.heliograph.spi.media.MediaServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives plugins the media process; its temporary files lie in the spool's folder. */
final class MediaJoin implements MediaPort {
    private final MediaPipeline pipeline;
    private final Path folder;

    MediaJoin(MediaPipeline pipeline, Path spool) {
        this.pipeline = pipeline;
        this.folder = spool.resolve("media");
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new StartProblem(
                    "The folder " + folder + " cannot be made.", "Check that the data folder is writable.", failed);
        }
    }

    @Override
    public MediaServices open(InstanceId instance, Spool spool, Cancellation cancellation) {
        return pipeline.servicesFor(spool, folder);
    }
}
