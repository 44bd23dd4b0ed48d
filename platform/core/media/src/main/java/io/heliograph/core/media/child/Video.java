package io.heliograph.core.media.child;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Encodes a clip from frames that arrive one by one: H.264 in MP4 or VP9 in WebM, BT.709 colours, a key frame every two seconds. Each frame is
 * acknowledged once it is encoded; the host keeps at most two on the way.
 */
final class Video implements AutoCloseable {
    private final int width;
    private final int height;
    private final AVCodecContext codec;
    private final AVFrame rgb = av_frame_alloc();
    private final AVFrame yuv = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private final Output output;
    private final AVStream stream;
    private final SwsContext scaler;
    private long frames;

    static void run(DataInputStream arguments, BlockingQueue<Wire.Message> messages, Reply reply)
            throws IOException, Ffmpeg.RefusedException, InterruptedException {
        try (Video video = new Video(arguments)) {
            while (true) {
                Wire.Message message = messages.take();
                switch (message.kind()) {
                    case VIDEO_FRAME -> {
                        video.add(message.payload());
                        reply.progress();
                    }
                    case VIDEO_END -> {
                        video.finish();
                        long count = video.frames;
                        reply.done(data -> data.writeLong(count));
                        return;
                    }
                    default -> throw new Ffmpeg.RefusedException("abandoned");
                }
            }
        }
    }

    private Video(DataInputStream arguments) throws IOException, Ffmpeg.RefusedException {
        String file = arguments.readUTF();
        boolean webm = "webm".equals(arguments.readUTF());
        width = arguments.readInt();
        height = arguments.readInt();
        int framesPerSecond = arguments.readInt();
        output = new Output(file, webm ? "webm" : "mp4");
        AVCodec encoder = avcodec_find_encoder_by_name(webm ? "libvpx-vp9" : "libopenh264");
        stream = avformat_new_stream(output.context(), encoder);
        codec = avcodec_alloc_context3(encoder);
        scaler = sws_getContext(
                width,
                height,
                AV_PIX_FMT_BGR0,
                width,
                height,
                AV_PIX_FMT_YUV420P,
                SWS_BILINEAR | SWS_ACCURATE_RND,
                null,
                null,
                (DoublePointer) null);
        try {
            open(encoder, webm, framesPerSecond);
        } catch (Ffmpeg.RefusedException e) {
            close();
            throw e;
        }
    }

    private void open(AVCodec encoder, boolean webm, int framesPerSecond) throws Ffmpeg.RefusedException {
        AVDictionary options = new AVDictionary(null);
        try (AVRational tick = new AVRational().num(1).den(framesPerSecond);
                AVRational rate = new AVRational().num(framesPerSecond).den(1)) {
            codec.width(width).height(height).pix_fmt(AV_PIX_FMT_YUV420P).time_base(tick);
            codec.framerate(rate).gop_size(framesPerSecond * 2).max_b_frames(0);
            // about 0.15 bit a pixel: drawn scenes have soft gradients that band when starved
            codec.bit_rate(Math.max(400_000L, (long) (width * (double) height * framesPerSecond * 0.15)));
            codec.color_range(AVCOL_RANGE_MPEG).colorspace(AVCOL_SPC_BT709);
            codec.color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709);
            codec.thread_count(2);
            stream.time_base(tick);
            stream.avg_frame_rate(rate);
            if ((output.context().oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
                codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
            }
            if (webm) {
                av_dict_set(options, "deadline", "realtime", 0);
                av_dict_set(options, "cpu-used", "6", 0);
            }
            Ffmpeg.check(avcodec_open2(codec, encoder, options), "open encoder");
        } finally {
            av_dict_free(options);
        }
        Ffmpeg.check(avcodec_parameters_from_context(stream.codecpar(), codec), "parameters");
        sws_setColorspaceDetails(
                scaler,
                sws_getCoefficients(SWS_CS_ITU709),
                1,
                sws_getCoefficients(SWS_CS_ITU709),
                0,
                0,
                1 << 16,
                1 << 16);
        room(rgb, AV_PIX_FMT_BGR0);
        room(yuv, AV_PIX_FMT_YUV420P);
        output.begin("");
    }

    private void room(AVFrame frame, int format) throws Ffmpeg.RefusedException {
        frame.format(format);
        frame.width(width);
        frame.height(height);
        Ffmpeg.check(av_frame_get_buffer(frame, 0), "room for pixels");
    }

    private void add(byte[] bgr0) throws Ffmpeg.RefusedException {
        if (bgr0.length != width * height * 4) {
            throw new Ffmpeg.RefusedException("a frame of " + bgr0.length + " bytes");
        }
        for (int row = 0; row < height; row++) {
            rgb.data(0).position((long) row * rgb.linesize(0)).put(bgr0, row * width * 4, width * 4);
        }
        Ffmpeg.check(av_frame_make_writable(yuv), "room for pixels");
        Ffmpeg.check(
                sws_scale(
                        scaler,
                        new PointerPointer<>(rgb),
                        rgb.linesize(),
                        0,
                        height,
                        new PointerPointer<>(yuv),
                        yuv.linesize()),
                "convert pixels");
        yuv.pts(frames++);
        Ffmpeg.check(avcodec_send_frame(codec, yuv), "encode");
        drain();
    }

    private void finish() throws Ffmpeg.RefusedException {
        Ffmpeg.check(avcodec_send_frame(codec, null), "encode");
        drain();
        if (frames == 0) {
            throw new Ffmpeg.RefusedException("a video without a frame");
        }
        Ffmpeg.check(av_write_trailer(output.context()), "finish");
    }

    private void drain() throws Ffmpeg.RefusedException {
        while (true) {
            int got = avcodec_receive_packet(codec, packet);
            if (got == Ffmpeg.AGAIN || got == Ffmpeg.END) {
                return;
            }
            Ffmpeg.check(got, "encode");
            if (packet.duration() == 0) {
                packet.duration(1);
            }
            av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
            packet.stream_index(0);
            Ffmpeg.check(av_interleaved_write_frame(output.context(), packet), "write");
        }
    }

    @Override
    public void close() {
        sws_freeContext(scaler);
        avcodec_free_context(codec);
        av_packet_free(packet);
        av_frame_free(rgb);
        av_frame_free(yuv);
        output.close();
    }
}
