package io.heliograph.core.crypto;

import io.heliograph.kernel.PrincipalId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where wrapped keys are kept. Every method runs inside a unit of work. */
public interface KeyTable {
    /** The row of {@code owner}; empty if there is none yet. */
    Optional<Wrapped> find(PrincipalId owner);

    /** Keeps a new key unless there is a row already. */
    void insertIfAbsent(PrincipalId owner, Wrapped key);

    /** Removes the wrapped key and leaves a mark, also for an owner that never had a key. */
    void destroy(PrincipalId owner);

    /** Keys not wrapped by {@code masterId}, at most {@code limit}, locked. */
    List<Owned> wrappedByOthers(String masterId, int limit);

    /** Replaces the wrapping of a key. */
    void rewrap(PrincipalId owner, Wrapped key);

    /** Ids of the master keys that wrap something. */
    Set<String> masters();

    /**
     * A wrapped key.
     *
     * @param wrapped null once destroyed
     */
    @SuppressWarnings("ArrayRecordComponent") // carried from the row to the cipher, never compared
    record Wrapped(UUID keyId, String masterId, byte @Nullable [] wrapped) {}

    /** A wrapped key and whose it is. */
    record Owned(PrincipalId owner, Wrapped key) {}
}
