package io.heliograph.core.media.process;

/** The media process could not do a piece of work. Messages hold ffmpeg's words about the container, never content or paths. */
public final class MediaProcessException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Why, and whether another try can help. */
    public enum Kind {
        /** The input is broken or not supported: trying again gives the same answer. */
        REFUSED,
        /** The process died, hung or grew too large while this request ran: likely, but not surely, because of its input. */
        DIED,
        /** Not startable, or busy for too long: trying later helps. */
        UNAVAILABLE
    }

    MediaProcessException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    MediaProcessException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
