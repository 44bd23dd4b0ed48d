package io.heliograph.core.privacy.store;

import java.util.List;

/** Several texts joined in one column. */
final class Parts {
    /** Stands between them, and in no code, name or address. */
    static final String SEPARATOR = "\u001f";

    private Parts() {}

    /** The parts of a joined column; of the empty text none. */
    static List<String> of(String joined, String separator) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(separator, -1));
    }
}
