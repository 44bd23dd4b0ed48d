package io.heliograph.core.media.format;

import java.io.IOException;

/** The file breaks the rules of its own format: cut short, a length past the end, a wrong checksum. The message names the place, never the content. */
public final class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    public DamagedFileException(String message) {
        super(message);
    }
}
