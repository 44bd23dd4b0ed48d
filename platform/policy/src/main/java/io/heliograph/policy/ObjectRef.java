package io.heliograph.policy;

import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.SessionId;
import io.heliograph.kernel.UploadId;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a gate is asked about: the row that is the durable grant and carries the revocation epoch.
 *
 * @param kind stable word: {@code asset}, {@code job}, {@code upload}, {@code account}, {@code session}
 */
public record ObjectRef(String kind, UUID id) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    /** @throws IllegalArgumentException if the kind has another form than lower-case words joined by hyphens */
    public ObjectRef {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("object kind must match " + KIND.pattern());
        }
    }

    /** A result or upload in the library. */
    public static ObjectRef asset(AssetId id) {
        return new ObjectRef("asset", id.value());
    }

    /** A generation. */
    public static ObjectRef job(JobId id) {
        return new ObjectRef("job", id.value());
    }

    /** Something a person is bringing in. */
    public static ObjectRef upload(UploadId id) {
        return new ObjectRef("upload", id.value());
    }

    /** An account and all that hangs on it. */
    public static ObjectRef account(PrincipalId id) {
        return new ObjectRef("account", id.value());
    }

    /** A sign-in. */
    public static ObjectRef session(SessionId id) {
        return new ObjectRef("session", id.value());
    }

    /** {@code kind:id}. */
    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
