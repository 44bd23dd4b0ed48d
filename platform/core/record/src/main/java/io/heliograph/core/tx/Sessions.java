package io.heliograph.core.tx;

import org.hibernate.StatelessSession;

/** The session of the ambient unit of work, for packages named {@code store} only. */
public final class Sessions {
    private Sessions() {}

    /**
     * The session of the {@link Tx#required} body that is running on this thread. It is never kept: it ends with the
     * body.
     *
     * @throws IllegalStateException outside a unit of work
     */
    public static StatelessSession current() {
        return Tx.scope().session();
    }
}
