package io.heliograph.host;

import io.heliograph.host.config.Manifest;
import java.util.Optional;

/**
 * How loading a plugin went.
 *
 * @param file name of the jar
 * @param id its id, or the file's name while that is not known
 * @param version empty while it is not known
 * @param bundled whether it came with the distribution
 * @param manifest what it declares, where that could be read
 * @param sentence what is wrong, in one sentence; empty when loaded
 * @param remedy what to do; empty when loaded
 */
public record PluginStatus(
        String file,
        String id,
        String version,
        boolean bundled,
        State state,
        Optional<Manifest> manifest,
        String sentence,
        String remedy) {
    /** Whether it can be used. */
    public enum State {
        LOADED,
        FAILED
    }
}
