package io.heliograph.core.generation;

import io.heliograph.kernel.InstanceId;
import java.util.Optional;

/**
 * A model as clients name it: {@code instance/model}.
 *
 * @param model name within the instance; it may hold further slashes
 */
public record ModelId(InstanceId instance, String model) {
    private static final int LONGEST_MODEL = 80;

    public ModelId {
        if (model.isEmpty() || model.length() > LONGEST_MODEL) {
            throw new IllegalArgumentException("a model's name has 1 to " + LONGEST_MODEL + " characters");
        }
    }

    /** Reads {@link #toString()}'s form; empty for anything else. */
    public static Optional<ModelId> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1 || text.length() - slash - 1 > LONGEST_MODEL) {
            return Optional.empty();
        }
        String instance = text.substring(0, slash);
        return InstanceId.isValid(instance)
                ? Optional.of(new ModelId(new InstanceId(instance), text.substring(slash + 1)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return instance + "/" + model;
    }
}
