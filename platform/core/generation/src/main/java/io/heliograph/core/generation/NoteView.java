package io.heliograph.core.generation;

import java.util.List;

/** Something the engine says about its work: {@code words-ignored}, {@code words-drawn}, {@code revised-prompt}, ... */
public record NoteView(String code, List<String> values) {
    public NoteView {
        values = List.copyOf(values);
    }
}
