package io.heliograph.spi.http;

import io.heliograph.spi.bytes.ByteSource;
import java.util.List;

/** What a request carries. */
public sealed interface HttpBody {
    /** Nothing. */
    record None() implements HttpBody {}

    /** Text in UTF-8, such as JSON. */
    record Text(String mediaType, String text) implements HttpBody {
        /** Hides the text. */
        @Override
        public String toString() {
            return "Text[" + mediaType + "]";
        }
    }

    /** Bytes, streamed. */
    record Bytes(ByteSource source) implements HttpBody {}

    /** {@code multipart/form-data}, streamed. */
    record Multipart(List<Part> parts) implements HttpBody {
        public Multipart {
            parts = List.copyOf(parts);
        }
    }

    /** One part of a form. */
    sealed interface Part {
        /** A field. */
        record Field(String name, String value) implements Part {
            /** Hides the value. */
            @Override
            public String toString() {
                return "Field[" + name + "]";
            }
        }

        /** A file. */
        record File(String name, String fileName, ByteSource source) implements Part {}
    }
}
