package io.heliograph.core.media.child;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;

import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/** Turns a display matrix into one of the eight EXIF orientations. */
final class Rotation {
    private Rotation() {}

    /** The orientation among a stream's side data; 1 (upright) where none is said or the matrix is no quarter turn. */
    static int of(@Nullable AVPacketSideData data, int count) {
        if (data == null || data.isNull() || count == 0) {
            return 1;
        }
        AVPacketSideData matrix = av_packet_side_data_get(data, count, AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.isNull() || matrix.size() < 36) {
            return 1;
        }
        IntPointer values = new IntPointer(matrix.data());
        int a = Integer.signum(values.get(0));
        int b = Integer.signum(values.get(1));
        int c = Integer.signum(values.get(3));
        int d = Integer.signum(values.get(4));
        if (b == 0 && c == 0) {
            return a > 0 ? (d > 0 ? 1 : 4) : (d > 0 ? 2 : 3);
        }
        if (a == 0 && d == 0) {
            return b > 0 ? (c < 0 ? 6 : 5) : (c < 0 ? 7 : 8);
        }
        return 1;
    }
}
