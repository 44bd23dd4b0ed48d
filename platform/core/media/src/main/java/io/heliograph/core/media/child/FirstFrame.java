package io.heliograph.core.media.child;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AV_STREAM_GROUP_PARAMS_TILE_GRID;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avformat.AVStreamGroupTileGrid;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * The first picture of a clip, or the picture of an AVIF or HEIC file, as pixels. Phones store HEIC pictures as a grid of tiles, each a
 * stream of its own; they are put together here.
 */
final class FirstFrame {
    private static final int MAX_PACKETS = 10_000;

    private FirstFrame() {}

    static void run(DataInputStream arguments, Reply reply) throws IOException, Ffmpeg.RefusedException {
        String file = arguments.readUTF();
        String demuxer = arguments.readUTF();
        int maxSide = arguments.readInt();
        long maxPixels = arguments.readLong();
        AVFormatContext context = Ffmpeg.open(file, demuxer);
        try {
            for (int i = 0; i < context.nb_stream_groups(); i++) {
                AVStreamGroup group = context.stream_groups(i);
                if (group.type() == AV_STREAM_GROUP_PARAMS_TILE_GRID) {
                    grid(context, group, maxPixels, reply);
                    return;
                }
            }
            int best = Ffmpeg.check(
                    av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0), "no picture");
            AVStream stream = context.streams(best);
            int orientation = Rotation.of(
                    stream.codecpar().coded_side_data(), stream.codecpar().nb_coded_side_data());
            AVFrame frame = decode(context, stream, maxPixels);
            try {
                Pixels pixels = Pixels.of(frame, maxSide);
                send(reply, pixels.bgra(), pixels.width(), pixels.height(), orientation);
            } finally {
                av_frame_free(frame);
            }
        } finally {
            avformat_close_input(context);
        }
    }

    private static void grid(AVFormatContext context, AVStreamGroup group, long maxPixels, Reply reply)
            throws IOException, Ffmpeg.RefusedException {
        AVStreamGroupTileGrid grid = group.params_tile_grid();
        int width = grid.width();
        int height = grid.height();
        if (width < 1 || height < 1 || (long) width * height > maxPixels || grid.nb_tiles() > 4096) {
            throw new Ffmpeg.RefusedException("grid of " + width + " x " + height);
        }
        byte[] canvas = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 4)];
        AVFrame[] tiles = decodeTiles(context, group, grid, maxPixels);
        try {
            for (int tile = 0; tile < grid.nb_tiles(); tile++) {
                Pixels pixels = Pixels.of(tiles[grid.offsets_idx(tile)], 0);
                pixels.drawOn(
                        canvas,
                        width,
                        height,
                        grid.offsets_horizontal(tile) - grid.horizontal_offset(),
                        grid.offsets_vertical(tile) - grid.vertical_offset());
            }
        } finally {
            for (AVFrame tile : tiles) {
                if (tile != null) {
                    av_frame_free(tile);
                }
            }
        }
        send(reply, canvas, width, height, Rotation.of(grid.coded_side_data(), grid.nb_coded_side_data()));
    }

    @SuppressWarnings("NullAway") // an array filled slot by slot; a tile left empty is refused before it is used
    private static AVFrame[] decodeTiles(
            AVFormatContext context, AVStreamGroup group, AVStreamGroupTileGrid grid, long maxPixels)
            throws Ffmpeg.RefusedException {
        AVFrame[] tiles = new AVFrame[group.nb_streams()];
        int[] slot = new int[context.nb_streams()];
        for (int i = 0; i < group.nb_streams(); i++) {
            slot[group.streams(i).index()] = i + 1;
        }
        AVPacket packet = av_packet_alloc();
        try {
            for (int packets = 0; packets < MAX_PACKETS && av_read_frame(context, packet) >= 0; packets++) {
                int wanted = slot[packet.stream_index()] - 1;
                if (wanted >= 0 && tiles[wanted] == null) {
                    tiles[wanted] = decodeOne(context.streams(packet.stream_index()), packet, maxPixels);
                }
                av_packet_unref(packet);
            }
            for (int tile = 0; tile < grid.nb_tiles(); tile++) {
                int index = grid.offsets_idx(tile);
                if (index < 0 || index >= tiles.length || tiles[index] == null) {
                    throw new Ffmpeg.RefusedException("a tile of the picture is missing");
                }
            }
            return tiles;
        } finally {
            av_packet_free(packet);
        }
    }

    private static AVFrame decodeOne(AVStream stream, AVPacket packet, long maxPixels) throws Ffmpeg.RefusedException {
        AVCodecContext codec = openDecoder(stream, maxPixels);
        AVFrame frame = av_frame_alloc();
        try {
            Ffmpeg.check(avcodec_send_packet(codec, packet), "decode");
            int got = avcodec_receive_frame(codec, frame);
            if (got == Ffmpeg.AGAIN) {
                Ffmpeg.check(avcodec_send_packet(codec, null), "drain");
                got = avcodec_receive_frame(codec, frame);
            }
            Ffmpeg.check(got, "decode");
            return frame;
        } catch (Ffmpeg.RefusedException e) {
            av_frame_free(frame);
            throw e;
        } finally {
            avcodec_free_context(codec);
        }
    }

    private static AVFrame decode(AVFormatContext context, AVStream stream, long maxPixels)
            throws Ffmpeg.RefusedException {
        AVCodecContext codec = openDecoder(stream, maxPixels);
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        boolean whole = false;
        try {
            int got = Ffmpeg.AGAIN;
            for (int packets = 0; got == Ffmpeg.AGAIN && packets < MAX_PACKETS; packets++) {
                boolean more = av_read_frame(context, packet) >= 0;
                if (more && packet.stream_index() == stream.index()) {
                    Ffmpeg.check(avcodec_send_packet(codec, packet), "decode");
                } else if (!more) {
                    Ffmpeg.check(avcodec_send_packet(codec, null), "drain");
                }
                av_packet_unref(packet);
                got = avcodec_receive_frame(codec, frame);
                if (!more) {
                    break;
                }
            }
            Ffmpeg.check(got, "no picture decoded");
            whole = true;
            return frame;
        } finally {
            av_packet_free(packet);
            avcodec_free_context(codec);
            if (!whole) {
                av_frame_free(frame);
            }
        }
    }

    private static AVCodecContext openDecoder(AVStream stream, long maxPixels) throws Ffmpeg.RefusedException {
        AVCodec decoder = avcodec_find_decoder(stream.codecpar().codec_id());
        if (decoder == null || decoder.isNull()) {
            throw new Ffmpeg.RefusedException("no decoder for this kind of picture");
        }
        AVCodecContext codec = avcodec_alloc_context3(decoder);
        try {
            Ffmpeg.check(avcodec_parameters_to_context(codec, stream.codecpar()), "parameters");
            codec.max_pixels(maxPixels);
            codec.thread_count(1);
            Ffmpeg.check(avcodec_open2(codec, decoder, (AVDictionary) null), "open decoder");
            return codec;
        } catch (Ffmpeg.RefusedException e) {
            avcodec_free_context(codec);
            throw e;
        }
    }

    /** Size and orientation first, so that the host can make room once; then the pixels in pieces. */
    private static void send(Reply reply, byte[] bgra, int width, int height, int orientation) throws IOException {
        byte[] head = ByteBuffer.allocate(12)
                .putInt(width)
                .putInt(height)
                .putInt(orientation)
                .array();
        reply.send(Wire.Kind.CHUNK, head, head.length);
        byte[] chunk = new byte[Math.min(Wire.CHUNK_BYTES, bgra.length)];
        for (int at = 0; at < bgra.length; at += chunk.length) {
            int length = Math.min(chunk.length, bgra.length - at);
            System.arraycopy(bgra, at, chunk, 0, length);
            reply.send(Wire.Kind.CHUNK, chunk, length);
        }
        reply.send(Wire.Kind.DONE, new byte[0], 0);
    }
}
