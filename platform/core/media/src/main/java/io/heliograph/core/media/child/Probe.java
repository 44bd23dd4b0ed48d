package io.heliograph.core.media.child;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import java.io.DataInputStream;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.jspecify.annotations.Nullable;

/** What a clip says about itself: size, length, codecs, frames, orientation, and its mark of origin where a tag holds one. */
final class Probe {
    /** The tag that holds the mark in a WebM. */
    static final String ORIGIN_TAG = "DIGITAL_SOURCE_TYPE";

    private Probe() {}

    static void run(DataInputStream arguments, Reply reply) throws IOException, Ffmpeg.RefusedException {
        String file = arguments.readUTF();
        String demuxer = arguments.readUTF();
        AVFormatContext context = Ffmpeg.open(file, demuxer);
        try {
            int video = Ffmpeg.check(
                    av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0), "no video stream");
            int audio = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
            AVStream stream = context.streams(video);
            AVCodecParameters codec = stream.codecpar();
            long durationMillis = durationMillis(context, stream);
            reply.done(data -> {
                data.writeInt(codec.width());
                data.writeInt(codec.height());
                data.writeLong(durationMillis);
                data.writeLong(Math.max(0, stream.nb_frames()));
                data.writeInt(Rotation.of(codec.coded_side_data(), codec.nb_coded_side_data()));
                data.writeUTF(name(codec.codec_id()));
                data.writeUTF(
                        audio < 0 ? "" : name(context.streams(audio).codecpar().codec_id()));
                data.writeUTF(origin(context));
            });
        } finally {
            avformat_close_input(context);
        }
    }

    private static String name(int codec) {
        return avcodec_get_name(codec).getString();
    }

    private static long durationMillis(AVFormatContext context, AVStream stream) {
        if (context.duration() > 0) {
            return (context.duration() + 500) / 1000;
        }
        if (stream.duration() > 0 && stream.time_base().den() > 0) {
            return Math.round(1000.0
                    * stream.duration()
                    * stream.time_base().num()
                    / stream.time_base().den());
        }
        return 0;
    }

    private static String origin(AVFormatContext context) {
        @Nullable
        AVDictionaryEntry entry =
                context.metadata() == null ? null : av_dict_get(context.metadata(), ORIGIN_TAG, null, 0);
        if (entry == null || entry.isNull()) {
            return "";
        }
        String value = entry.value().getString();
        return value.length() > 1000 ? "" : value;
    }
}
