package io.heliograph.core.media.child;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Copies the picture and the sound of a clip into a fresh container and leaves everything else behind: places, dates, device names, chapters,
 * subtitles, position tracks. Coded data are not touched, so nothing is lost of the picture; the display matrix (which way is up) is
 * part of the picture's parameters and stays.
 */
final class Remux {
    private static final Set<String> PICTURE_MP4 = Set.of("h264", "hevc", "av1", "vp9", "mpeg4");
    private static final Set<String> SOUND_MP4 = Set.of("aac", "opus", "mp3", "ac3", "eac3", "flac");
    private static final Set<String> PICTURE_WEBM = Set.of("vp8", "vp9", "av1");
    private static final Set<String> SOUND_WEBM = Set.of("opus", "vorbis");
    private static final int PROGRESS_EVERY_PACKETS = 200;

    private Remux() {}

    static void run(DataInputStream arguments, Reply reply) throws IOException, Ffmpeg.RefusedException {
        String from = arguments.readUTF();
        String demuxer = arguments.readUTF();
        String to = arguments.readUTF();
        String muxer = arguments.readUTF();
        long maxFrames = arguments.readLong();
        String origin = arguments.readUTF();
        boolean webm = "webm".equals(muxer);
        AVFormatContext input = Ffmpeg.open(from, demuxer);
        try (Output output = new Output(to, muxer)) {
            int picture = stream(input, AVMEDIA_TYPE_VIDEO, webm ? PICTURE_WEBM : PICTURE_MP4);
            int sound = stream(input, AVMEDIA_TYPE_AUDIO, webm ? SOUND_WEBM : SOUND_MP4);
            if (picture < 0) {
                throw new Ffmpeg.RefusedException("no picture in a codec that this container may hold");
            }
            add(output, input.streams(picture));
            if (sound >= 0) {
                add(output, input.streams(sound));
            }
            output.begin(origin);
            long frames = copy(input, output, picture, sound, maxFrames, reply);
            Ffmpeg.check(av_write_trailer(output.context()), "finish");
            reply.done(data -> data.writeLong(frames));
        } finally {
            avformat_close_input(input);
        }
    }

    private static int stream(AVFormatContext input, int type, Set<String> codecs) {
        int best = av_find_best_stream(input, type, -1, -1, (AVCodec) null, 0);
        if (best < 0) {
            return -1;
        }
        String codec =
                avcodec_get_name(input.streams(best).codecpar().codec_id()).getString();
        return codecs.contains(codec) ? best : -1;
    }

    private static void add(Output output, AVStream source) throws Ffmpeg.RefusedException {
        AVStream stream = avformat_new_stream(output.context(), null);
        Ffmpeg.check(avcodec_parameters_copy(stream.codecpar(), source.codecpar()), "parameters");
        stream.codecpar().codec_tag(0);
        stream.time_base(source.time_base());
        stream.avg_frame_rate(source.avg_frame_rate());
        stream.sample_aspect_ratio(source.sample_aspect_ratio());
    }

    private static long copy(AVFormatContext input, Output output, int picture, int sound, long maxFrames, Reply reply)
            throws IOException, Ffmpeg.RefusedException {
        AVPacket packet = av_packet_alloc();
        try {
            long frames = 0;
            long packets = 0;
            while (true) {
                int read = av_read_frame(input, packet);
                if (read == Ffmpeg.END) {
                    break;
                }
                Ffmpeg.check(read, "read");
                int source = packet.stream_index();
                if (source == picture || source == sound) {
                    int target = source == picture ? 0 : 1;
                    if (source == picture && ++frames > maxFrames) {
                        throw new Ffmpeg.RefusedException("limit: more than " + maxFrames + " frames");
                    }
                    av_packet_rescale_ts(
                            packet,
                            input.streams(source).time_base(),
                            output.context().streams(target).time_base());
                    packet.stream_index(target);
                    packet.pos(-1);
                    Ffmpeg.check(av_interleaved_write_frame(output.context(), packet), "write");
                }
                av_packet_unref(packet);
                if (++packets % PROGRESS_EVERY_PACKETS == 0) {
                    reply.progress();
                }
            }
            if (frames == 0) {
                throw new Ffmpeg.RefusedException("no frame");
            }
            return frames;
        } finally {
            av_packet_free(packet);
        }
    }
}
