package io.heliograph.core.inventory;

import io.heliograph.kernel.DataCategory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Where an {@link ExportParticipant} writes. Used by one thread. */
public interface ExportSink {
    /**
     * Adds one thing as a line of JSON to {@code <feature>/<kind>.jsonl}.
     *
     * @param fields strings, numbers, booleans, instants, lists and maps of these; null values are left out
     */
    void line(DataCategory category, String kind, Map<String, ?> fields);

    /** Adds a file at {@code <feature>/<path>}; {@code content} is called at once, and again after a broken attempt. */
    void file(DataCategory category, String path, String mediaType, Content content);

    /** Writes a file's bytes, never holding all of them. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
