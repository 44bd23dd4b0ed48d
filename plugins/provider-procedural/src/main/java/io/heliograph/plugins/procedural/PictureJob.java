package io.heliograph.plugins.procedural;

import io.heliograph.plugins.procedural.edit.Mask;
import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.render.Drawing;
import io.heliograph.plugins.procedural.render.Engine;
import io.heliograph.plugins.procedural.render.StillRequest;
import io.heliograph.spi.CallContext;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.SpoolToken;
import io.heliograph.spi.media.Pixels;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.Note;
import io.heliograph.spi.provider.Options;
import io.heliograph.spi.provider.Output;
import io.heliograph.spi.provider.Reference;
import io.heliograph.spi.provider.ReferenceRole;
import io.heliograph.spi.provider.Results;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One request for pictures: the n-th has the seed plus n. */
final class PictureJob {
    private static final int MAX_REFERENCE_PIXELS = 40_000_000;

    private final Engine engine;
    private final GenerationSpec spec;
    private final long seed;
    private final CallContext context;

    PictureJob(Engine engine, GenerationSpec spec, long seed, CallContext context) {
        this.engine = engine;
        this.spec = spec;
        this.seed = seed;
        this.context = context;
    }

    Results run() throws PluginException {
        Options options = spec.options();
        int width = (int) options.number("width");
        int height = (int) options.number("height");
        @Nullable Image reference = reference(ReferenceRole.CONTENT).orElse(null);
        @Nullable Mask mask = mask(width, height, reference != null);
        List<Output> outputs = new ArrayList<>();
        List<Note> notes = List.of();
        for (int i = 0; i < spec.count(); i++) {
            StillRequest request = new StillRequest(
                    spec.prompt(),
                    spec.negativePrompt().orElse(""),
                    width,
                    height,
                    seed + i,
                    StyleOption.of(options.text("style")),
                    (float) options.decimal("style-strength"),
                    reference,
                    (float) options.decimal("strength"),
                    mask);
            Drawing drawing =
                    engine.draw(request, new LentWorkers(context.compute()), new CallWatcher(context, i, spec.count()));
            outputs.add(new Output.Spooled(spool(drawing.image()), OptionalLong.of(seed + i)));
            notes = ProceduralProvider.notes(drawing.spec());
        }
        return new Results(outputs, notes);
    }

    private Optional<Image> reference(ReferenceRole role) throws PluginException {
        Optional<Reference> reference = spec.reference(role);
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        Pixels pixels = context.media().decode(reference.get().bytes(), MAX_REFERENCE_PIXELS);
        return Optional.of(Image.ofPixels(pixels.argb(), pixels.width(), pixels.height()));
    }

    /** Brightness of the mask picture, stretched to the size of the result. */
    private @Nullable Mask mask(int width, int height, boolean hasContent) throws PluginException {
        Optional<Image> picture = reference(ReferenceRole.MASK);
        if (picture.isEmpty()) {
            return null;
        }
        if (!hasContent) {
            throw PluginException.nothingHappened(
                    ErrorKind.USER, "mask-without-picture", "A mask needs a picture to change.");
        }
        Image source = picture.get();
        float[] values = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[y * width + x] =
                        source.brightness(y * source.height / height * source.width + x * source.width / width);
            }
        }
        return new Mask(values);
    }

    private SpoolToken spool(Image image) throws PluginException {
        try {
            return context.spool()
                    .write("image/png", sink -> Png.write(image.pixels(), image.width, image.height, sink.asStream()));
        } catch (IOException e) {
            throw PluginException.happened(ErrorKind.RESOURCES, "spool", "The result could not be put into the spool.")
                    .causedBy(e);
        }
    }
}
