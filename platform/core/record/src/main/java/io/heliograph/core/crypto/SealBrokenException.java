package io.heliograph.core.crypto;

/** A sealed value is damaged, belongs elsewhere, or was made with another key. Nothing of it is handed out. */
public final class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SealBrokenException(String message) {
        super(message);
    }

    public SealBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
