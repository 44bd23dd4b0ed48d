package io.heliograph.host.load;

/** Why a plugin cannot be used: one sentence and a remedy, for people. */
public final class LoadException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final String remedy;

    LoadException(String sentence, String remedy) {
        super(sentence + " " + remedy);
        this.sentence = sentence;
        this.remedy = remedy;
    }

    /** What is wrong. */
    public String sentence() {
        return sentence;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }
}
