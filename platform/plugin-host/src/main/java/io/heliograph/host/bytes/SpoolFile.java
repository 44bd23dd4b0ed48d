package io.heliograph.host.bytes;

import io.heliograph.spi.bytes.SpoolToken;
import java.util.regex.Pattern;

/**
 * Sealed bytes in the spool. Safe to keep in a row: it says where, not what.
 *
 * @param name 32 hexadecimal digits, given by the spool
 * @param mediaType what the writer said it is; believe the bytes instead
 * @param sizeBytes size of what was written
 */
public record SpoolFile(String name, String mediaType, long sizeBytes) {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

    /** @throws IllegalArgumentException if the name could be a path */
    public SpoolFile {
        if (!NAME.matcher(name).matches() || sizeBytes < 0) {
            throw new IllegalArgumentException("not a spool file");
        }
    }

    /** The token that plugins name it by. */
    public SpoolToken token() {
        return new SpoolToken(name);
    }
}
