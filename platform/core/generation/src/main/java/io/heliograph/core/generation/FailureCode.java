package io.heliograph.core.generation;

/** Every reason for which a generation ends without a result. The words are stable; texts live in the message catalogue. */
public enum FailureCode {
    /** The engine cannot make this of the given input. */
    NOT_POSSIBLE("not-possible", false),
    /** The engine's safety rules refused it. */
    REFUSED_BY_SAFETY("refused-by-safety", false),
    /** The engine failed or was away, several times. */
    PROVIDER_FAILED("provider-failed", true),
    /** The engine asked us to wait longer than the job may take. */
    PROVIDER_BUSY("provider-busy", true),
    /** The operator must mend the instance's configuration. */
    INSTANCE_MISCONFIGURED("instance-misconfigured", false),
    /** Our side ran out of something. */
    OUT_OF_RESOURCES("out-of-resources", true),
    /** It took longer than a job may. */
    TIMED_OUT("timed-out", true),
    /** The instance or model is not there any more. */
    MODEL_GONE("model-gone", false),
    /** A reference was deleted before the work began. */
    REFERENCE_GONE("reference-gone", false),
    /** What the engine made is not a picture or video that can be kept. */
    RESULT_UNUSABLE("result-unusable", true),
    /** The result was made and lost before it could be kept. */
    RESULT_LOST("result-lost", true),
    /** The result could not be kept: the store was away or full for too long. */
    STORAGE_FAILED("storage-failed", true),
    /** A step of ours broke each time it was tried. */
    OUR_FAULT("our-fault", true),
    /** A policy of this installation forbids it. */
    POLICY_DENIED("policy-denied", false),
    /** Nobody could find out whether the engine did it. */
    UNKNOWN_EXPIRED("unknown-expired", true);

    private final String word;
    private final boolean retryable;

    FailureCode(String word, boolean retryable) {
        this.word = word;
        this.retryable = retryable;
    }

    /** Stable word. */
    public String word() {
        return word;
    }

    /** Whether the same wish may work later. */
    public boolean retryable() {
        return retryable;
    }
}
