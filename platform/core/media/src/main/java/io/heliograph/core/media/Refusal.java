package io.heliograph.core.media;

import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import java.util.Locale;
import java.util.Map;

/** Why a file is not taken. The word goes into the problem's parameter {@code reason} and never changes. */
public enum Refusal {
    EMPTY(ProblemType.BAD_MEDIA),
    TYPE_NOT_TAKEN(ProblemType.UNSUPPORTED_MEDIA_TYPE),
    TOO_MANY_BYTES(ProblemType.TOO_LARGE),
    TOO_MANY_PIXELS(ProblemType.BAD_MEDIA),
    TOO_MANY_FRAMES(ProblemType.BAD_MEDIA),
    TOO_LONG(ProblemType.BAD_MEDIA),
    DAMAGED(ProblemType.BAD_MEDIA);

    private final ProblemType type;

    Refusal(ProblemType type) {
        this.type = type;
    }

    /** The word in the problem's {@code reason}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ProblemException problem() {
        return ProblemException.of(type, Map.of("reason", word()));
    }

    ProblemException problem(long limit) {
        return ProblemException.of(type, Map.of("reason", word(), "limit", limit));
    }
}
