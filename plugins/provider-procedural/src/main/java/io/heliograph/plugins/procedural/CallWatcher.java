package io.heliograph.plugins.procedural;

import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.render.Watcher;
import io.heliograph.spi.CallContext;
import io.heliograph.spi.ProgressReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Passes progress of one of several drawings on to the host. A preview is made small enough to be always taken. */
final class CallWatcher implements Watcher {
    /** A PNG of this side cannot exceed the host's limit: its raw pixels do not. */
    private static final int MAX_PREVIEW_SIDE_PIXELS = 256;

    private final CallContext context;
    private final int index;
    private final int count;

    /** @param index which of {@code count} drawings it is, from 0 */
    CallWatcher(CallContext context, int index, int count) {
        this.context = context;
        this.index = index;
        this.count = count;
    }

    @Override
    public void progress(float fraction, @Nullable Image preview) {
        double whole = Math.min(1, (index + (double) fraction) / count);
        context.report(preview == null ? ProgressReport.of(whole) : ProgressReport.of(whole, encode(preview)));
    }

    private static byte[] encode(Image preview) {
        Image small = preview;
        while (Math.max(small.width, small.height) > MAX_PREVIEW_SIDE_PIXELS) {
            small = small.half();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            Png.write(small.pixels(), small.width, small.height, png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    @Override
    public boolean cancelled() {
        return context.cancellation().isCancelled();
    }
}
