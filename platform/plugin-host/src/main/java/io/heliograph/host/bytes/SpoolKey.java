package io.heliograph.host.bytes;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Key of one job's spool: 32 random bytes. It lives sealed in the job's row; when the row forgets it, nothing in the
 * spool can be read any more. Never printed.
 */
public final class SpoolKey {
    /** Length in bytes. */
    public static final int LENGTH_BYTES = 32;

    private final byte[] bytes;

    private SpoolKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new key. */
    public static SpoolKey create(SecureRandom random) {
        byte[] bytes = new byte[LENGTH_BYTES];
        random.nextBytes(bytes);
        return new SpoolKey(bytes);
    }

    /** A key that was kept. @throws IllegalArgumentException if it has another length */
    public static SpoolKey of(byte[] bytes) {
        if (bytes.length != LENGTH_BYTES) {
            throw new IllegalArgumentException("a spool key has " + LENGTH_BYTES + " bytes");
        }
        return new SpoolKey(bytes.clone());
    }

    /** A copy, to be sealed into the job's row. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Overwrites the key. */
    public void destroy() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "SpoolKey[hidden]";
    }
}
