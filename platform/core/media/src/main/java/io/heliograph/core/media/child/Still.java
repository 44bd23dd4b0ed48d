package io.heliograph.core.media.child;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import java.io.DataInputStream;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/** Encodes one picture as WebP; the encoder's packet is the whole file. */
final class Still {
    private Still() {}

    static void run(DataInputStream arguments, Reply reply) throws IOException, Ffmpeg.RefusedException {
        int width = arguments.readInt();
        int height = arguments.readInt();
        int quality = arguments.readInt();
        boolean lossless = arguments.readBoolean();
        byte[] row = new byte[Math.multiplyExact(width, 4)];
        AVCodec encoder = avcodec_find_encoder_by_name("libwebp");
        AVCodecContext codec = avcodec_alloc_context3(encoder);
        AVFrame frame = av_frame_alloc();
        AVPacket packet = av_packet_alloc();
        AVDictionary options = new AVDictionary(null);
        try (AVRational second = new AVRational().num(1).den(1)) {
            codec.width(width).height(height).pix_fmt(AV_PIX_FMT_BGRA).time_base(second);
            av_dict_set(options, "quality", Integer.toString(quality), 0);
            av_dict_set(options, "lossless", lossless ? "1" : "0", 0);
            Ffmpeg.check(avcodec_open2(codec, encoder, options), "open encoder");
            frame.format(AV_PIX_FMT_BGRA);
            frame.width(width);
            frame.height(height);
            Ffmpeg.check(av_frame_get_buffer(frame, 0), "room for pixels");
            BytePointer data = frame.data(0);
            for (int y = 0; y < height; y++) {
                arguments.readFully(row);
                data.position((long) y * frame.linesize(0)).put(row, 0, row.length);
            }
            frame.pts(0);
            Ffmpeg.check(avcodec_send_frame(codec, frame), "encode");
            Ffmpeg.check(avcodec_send_frame(codec, null), "encode");
            Ffmpeg.check(avcodec_receive_packet(codec, packet), "encode");
            byte[] file = new byte[packet.size()];
            packet.data().get(file);
            reply.send(Wire.Kind.DONE, file, file.length);
        } finally {
            av_dict_free(options);
            av_packet_free(packet);
            av_frame_free(frame);
            avcodec_free_context(codec);
        }
    }
}
