package io.heliograph.core.generation;

/** Where a generation stands, as people see it. */
public enum GenerationState {
    /** Waits for its turn. */
    QUEUED("queued"),
    /** An engine works on it. */
    RUNNING("running"),
    /** The results are there and are being kept. */
    STORING("storing"),
    /** It was asked to stop. */
    CANCELING("canceling"),
    SUCCEEDED("succeeded"),
    FAILED("failed"),
    CANCELED("canceled"),
    /** The engine's answer was lost; the credits stay held until it is known. */
    UNKNOWN("unknown");

    private final String word;

    GenerationState(String word) {
        this.word = word;
    }

    /** Stable word of the contract. */
    public String word() {
        return word;
    }

    /** Whether nothing more will happen, except that a result thought lost may still come. */
    public boolean finished() {
        return this == SUCCEEDED || this == FAILED || this == CANCELED;
    }
}
