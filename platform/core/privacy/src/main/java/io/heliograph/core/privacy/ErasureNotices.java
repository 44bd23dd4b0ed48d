package io.heliograph.core.privacy;

import io.heliograph.kernel.PrincipalId;
import java.time.Instant;

/** Port to whoever tells a person by mail what is about to happen to their account. Runs in the caller's unit of work. */
public interface ErasureNotices {
    /**
     * The account goes at {@code dueAt}.
     *
     * @param receiptCode opens the receipt, also when the account is gone
     */
    void scheduled(PrincipalId owner, Instant dueAt, String receiptCode);

    /** The account stays after all. */
    void takenBack(PrincipalId owner);
}
