package io.heliograph.host.secrets;

/** A reference that leads to no secret. It never repeats what was written: that may be the secret itself. */
public final class SecretReferenceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String remedy;

    public SecretReferenceException(String expected, String remedy) {
        super(expected + " " + remedy);
        this.expected = expected;
        this.remedy = remedy;
    }

    /** What was expected. */
    public String expected() {
        return expected;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }
}
