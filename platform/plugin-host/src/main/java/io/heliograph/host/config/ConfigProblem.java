package io.heliograph.host.config;

/**
 * One thing wrong with a manifest or with an instance's configuration.
 *
 * @param line line in the file, from 1; 0 where the value came from no file
 * @param key where, as a path of keys
 * @param expected what was expected, in words; never a secret that was written
 * @param remedy what to do, in one sentence
 */
public record ConfigProblem(int line, String key, String expected, String remedy) {
    /** One sentence and a remedy. */
    @Override
    public String toString() {
        return (line > 0 ? "line " + line + ": " : "") + key + ": " + expected + " " + remedy;
    }
}
