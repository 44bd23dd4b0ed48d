package io.heliograph.web.contract;

import io.heliograph.kernel.FieldError;
import io.vertx.json.schema.OutputUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what a JSON Schema validator says into faults of fields: one for each rule that failed, at most 100. */
public final class Faults {
    private static final int MOST = 100;

    /** Rules that only say that a rule below them failed. */
    private static final Set<String> ENVELOPES = Set.of("$ref", "properties", "items", "prefixItems", "allOf");

    private Faults() {}

    /** Faults of a body: fields are JSON pointers; the whole body is {@code /}. */
    public static List<FieldError> of(OutputUnit output) {
        return of(output, null);
    }

    /** Faults of a value that has a name of its own. */
    static List<FieldError> of(OutputUnit output, @Nullable String name) {
        List<FieldError> found = new ArrayList<>();
        List<OutputUnit> errors = output.getErrors();
        if (errors == null) {
            return found;
        }
        for (OutputUnit error : errors) {
            String keyword = keyword(error);
            boolean envelope =
                    ENVELOPES.contains(keyword) || (keyword.equals("additionalProperties") && !isUnknownField(error));
            if (!envelope && found.size() < MOST) {
                found.add(new FieldError(
                        name == null ? pointer(error) : name, keyword, String.valueOf(error.getError())));
            }
        }
        if (found.isEmpty() && !errors.isEmpty()) {
            OutputUnit last = errors.getLast();
            found.add(new FieldError(
                    name == null ? pointer(last) : name, keyword(last), String.valueOf(last.getError())));
        }
        return found;
    }

    private static boolean isUnknownField(OutputUnit error) {
        return !String.valueOf(error.getError()).contains("does not match additional properties");
    }

    private static String keyword(OutputUnit error) {
        String location = String.valueOf(error.getKeywordLocation());
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String pointer(OutputUnit error) {
        String location = String.valueOf(error.getInstanceLocation());
        String pointer = location.startsWith("#") ? location.substring(1) : location;
        return pointer.isEmpty() ? "/" : pointer;
    }
}
