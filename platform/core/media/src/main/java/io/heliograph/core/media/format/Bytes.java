package io.heliograph.core.media.format;

import java.nio.charset.StandardCharsets;

/** Reading numbers and names out of a byte array; every read is checked against the end of the array. */
final class Bytes {
    private Bytes() {}

    static int u8(byte[] file, int at) throws DamagedFileException {
        if (at < 0 || at >= file.length) {
            throw new DamagedFileException("file ends at " + file.length + ", wanted byte " + at);
        }
        return file[at] & 0xff;
    }

    static int u16(byte[] file, int at) throws DamagedFileException {
        return u8(file, at) << 8 | u8(file, at + 1);
    }

    static long u32(byte[] file, int at) throws DamagedFileException {
        return (long) u16(file, at) << 16 | u16(file, at + 2);
    }

    static long u64(byte[] file, int at) throws DamagedFileException {
        return u32(file, at) << 32 | u32(file, at + 4);
    }

    static int u16Little(byte[] file, int at) throws DamagedFileException {
        return u8(file, at) | u8(file, at + 1) << 8;
    }

    static int u24Little(byte[] file, int at) throws DamagedFileException {
        return u16Little(file, at) | u8(file, at + 2) << 16;
    }

    static long u32Little(byte[] file, int at) throws DamagedFileException {
        return u16Little(file, at) | (long) u16Little(file, at + 2) << 16;
    }

    static void putU32(byte[] target, int at, long value) {
        target[at] = (byte) (value >>> 24);
        target[at + 1] = (byte) (value >>> 16);
        target[at + 2] = (byte) (value >>> 8);
        target[at + 3] = (byte) value;
    }

    static void putU32Little(byte[] target, int at, long value) {
        target[at] = (byte) value;
        target[at + 1] = (byte) (value >>> 8);
        target[at + 2] = (byte) (value >>> 16);
        target[at + 3] = (byte) (value >>> 24);
    }

    /** Four characters, Latin-1. */
    static String name(byte[] file, int at) throws DamagedFileException {
        u8(file, at);
        u8(file, at + 3);
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }

    static boolean startsWith(byte[] file, int at, byte[] what) {
        if (at < 0 || at + what.length > file.length) {
            return false;
        }
        for (int i = 0; i < what.length; i++) {
            if (file[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
