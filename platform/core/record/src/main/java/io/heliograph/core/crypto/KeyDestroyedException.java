package io.heliograph.core.crypto;

import io.heliograph.kernel.PrincipalId;

/** The principal's key was destroyed: nothing of theirs can be opened any more, and nothing new is sealed. */
public final class KeyDestroyedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyDestroyedException(PrincipalId owner) {
        super("the key of principal " + owner + " was destroyed");
    }
}
