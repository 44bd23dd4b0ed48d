package io.heliograph.core.media.child;

import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/** Small helpers around ffmpeg's C conventions. */
final class Ffmpeg {
    /** What ffmpeg answers where it wants more input first: EAGAIN, which is 11 on every Linux. */
    static final int AGAIN = -11;

    static final int END = AVERROR_EOF;

    private Ffmpeg() {}

    /** ffmpeg refused: the file is broken, or an operation is not possible with it. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /** Passes a result on, or throws with ffmpeg's own words for a negative one. */
    static int check(int result, String doing) throws RefusedException {
        if (result < 0) {
            try (BytePointer text = new BytePointer(256)) {
                av_strerror(result, text, 256);
                throw new RefusedException(doing + ": " + text.getString());
            }
        }
        return result;
    }

    /**
     * Opens a file as exactly the given kind of container.
     *
     * @param demuxer {@code mov} (also AVIF and HEIC) or {@code matroska}
     */
    static AVFormatContext open(String file, String demuxer) throws RefusedException {
        AVInputFormat format = av_find_input_format(demuxer);
        if (format == null || format.isNull()) {
            throw new RefusedException("no demuxer " + demuxer);
        }
        AVFormatContext context = new AVFormatContext(null);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "protocol_whitelist", "file", 0);
        av_dict_set(options, "analyzeduration", "3000000", 0);
        av_dict_set(options, "probesize", "8000000", 0);
        av_dict_set(options, "max_streams", "256", 0);
        try {
            check(avformat_open_input(context, file, format, options), "open");
        } finally {
            av_dict_free(options);
        }
        try {
            check(avformat_find_stream_info(context, (PointerPointer<?>) null), "read streams");
        } catch (RefusedException e) {
            avformat_close_input(context);
            throw e;
        }
        return context;
    }
}
