package io.heliograph.core.media.child;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_close;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** A container being written. MP4 gets its index in front, so that a browser can start before the end has arrived. */
final class Output implements AutoCloseable {
    private final AVFormatContext context;
    private final String muxer;

    /** @param muxer {@code mp4} or {@code webm} */
    Output(String file, String muxer) throws Ffmpeg.RefusedException {
        this.muxer = muxer;
        this.context = new AVFormatContext(null);
        Ffmpeg.check(avformat_alloc_output_context2(context, null, muxer, file), "no container of this kind");
        AVIOContext io = new AVIOContext(null);
        try {
            Ffmpeg.check(avio_open(io, file, AVIO_FLAG_WRITE), "open for writing");
        } catch (Ffmpeg.RefusedException e) {
            avformat_free_context(context);
            throw e;
        }
        context.pb(io);
        // no encoder name and no date: the same frames give the same file
        context.flags(context.flags() | AVFMT_FLAG_BITEXACT);
    }

    AVFormatContext context() {
        return context;
    }

    /** Writes the head once all streams are added; {@code origin} becomes a tag in a WebM, where it is not empty. */
    void begin(String origin) throws Ffmpeg.RefusedException {
        if (!origin.isEmpty() && "webm".equals(muxer)) {
            AVDictionary tags = new AVDictionary(null);
            av_dict_set(tags, Probe.ORIGIN_TAG, origin, 0);
            context.metadata(tags);
        }
        AVDictionary options = new AVDictionary(null);
        if ("mp4".equals(muxer)) {
            av_dict_set(options, "movflags", "+faststart", 0);
        }
        try {
            Ffmpeg.check(avformat_write_header(context, options), "write head");
        } finally {
            av_dict_free(options);
        }
    }

    @Override
    public void close() {
        avio_close(context.pb());
        context.pb(null);
        avformat_free_context(context);
    }
}
