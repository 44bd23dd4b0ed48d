package io.heliograph.plugins.procedural;

import io.heliograph.plugins.procedural.prompt.SceneSpec;
import io.heliograph.plugins.procedural.render.Engine;
import io.heliograph.plugins.procedural.render.VideoRequest;
import io.heliograph.spi.CallContext;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.SpoolToken;
import io.heliograph.spi.media.VideoSettings;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.Note;
import io.heliograph.spi.provider.Options;
import io.heliograph.spi.provider.Output;
import io.heliograph.spi.provider.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** One request for a clip, encoded frame by frame in the host's media process. */
final class VideoJob {
    private final Engine engine;
    private final GenerationSpec spec;
    private final long seed;
    private final CallContext context;

    VideoJob(Engine engine, GenerationSpec spec, long seed, CallContext context) {
        this.engine = engine;
        this.spec = spec;
        this.seed = seed;
        this.context = context;
    }

    Results run() throws PluginException {
        Options options = spec.options();
        VideoRequest request = new VideoRequest(
                spec.prompt(),
                spec.negativePrompt().orElse(""),
                (int) options.number("width"),
                (int) options.number("height"),
                options.number("seconds"),
                seed,
                StyleOption.of(options.text("style")),
                (float) options.decimal("style-strength"));
        VideoSettings settings = new VideoSettings(
                options.text("format").equals("webm") ? VideoSettings.Container.WEBM : VideoSettings.Container.MP4,
                request.width(),
                request.height(),
                VideoRequest.FRAMES_PER_SECOND);
        List<Note> notes = new ArrayList<>();
        SpoolToken token = context.media().encodeVideo(settings, sink -> {
            SceneSpec scene = engine.<PluginException>film(
                    request,
                    new LentWorkers(context.compute()),
                    new CallWatcher(context, 0, 1),
                    (index, image) -> sink.frame(image.pixels()));
            notes.addAll(ProceduralProvider.notes(scene));
        });
        return new Results(List.of(new Output.Spooled(token, OptionalLong.of(seed))), notes);
    }
}
