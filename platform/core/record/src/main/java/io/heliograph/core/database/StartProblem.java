package io.heliograph.core.database;

/**
 * Why the record cannot be opened, for the person who started the service: one sentence of what is wrong and one of
 * what to do. Whoever catches it shows both and no stack trace.
 */
public final class StartProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    public StartProblem(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    public StartProblem(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
