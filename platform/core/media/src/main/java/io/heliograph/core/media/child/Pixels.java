package io.heliograph.core.media.child;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;

/** A decoded picture in the layout the host wants: blue, green, red, alpha, one byte each, rows without padding. */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
record Pixels(int width, int height, byte[] bgra) {

    /**
     * Converts a decoded frame.
     *
     * @param maxSide longest side wanted, 0 for the frame's own size
     */
    static Pixels of(AVFrame frame, int maxSide) throws Ffmpeg.RefusedException {
        int width = frame.width();
        int height = frame.height();
        int longest = Math.max(width, height);
        if (maxSide > 0 && longest > maxSide) {
            width = Math.max(1, Math.round((float) width * maxSide / longest));
            height = Math.max(1, Math.round((float) height * maxSide / longest));
        }
        AVFrame target = av_frame_alloc();
        SwsContext scaler = sws_alloc_context();
        try {
            target.format(AV_PIX_FMT_BGRA);
            target.width(width);
            target.height(height);
            Ffmpeg.check(av_frame_get_buffer(target, 0), "room for pixels");
            boolean smaller = width != frame.width();
            scaler.flags((smaller ? SWS_AREA : SWS_BICUBIC) | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT);
            Ffmpeg.check(sws_scale_frame(scaler, target, frame), "convert pixels");
            return new Pixels(width, height, copy(target, width, height));
        } finally {
            sws_freeContext(scaler);
            av_frame_free(target);
        }
    }

    private static byte[] copy(AVFrame frame, int width, int height) {
        byte[] bytes = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 4)];
        BytePointer data = frame.data(0);
        int stride = frame.linesize(0);
        for (int row = 0; row < height; row++) {
            data.position((long) row * stride).get(bytes, row * width * 4, width * 4);
        }
        return bytes;
    }

    /** Copies this picture into a larger one; what would lie outside is cut off. */
    void drawOn(byte[] canvas, int canvasWidth, int canvasHeight, int x, int y) {
        int from = Math.max(0, -x);
        int columns = Math.min(width, canvasWidth - x) - from;
        for (int row = Math.max(0, -y); row < height && y + row < canvasHeight && columns > 0; row++) {
            System.arraycopy(
                    bgra, (row * width + from) * 4, canvas, ((y + row) * canvasWidth + x + from) * 4, columns * 4);
        }
    }
}
