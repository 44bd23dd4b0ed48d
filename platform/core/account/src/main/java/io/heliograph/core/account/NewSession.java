package io.heliograph.core.account;

import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.SessionId;
import java.time.Duration;

/**
 * A session that was just begun.
 *
 * @param token secret for the cookie; kept nowhere
 * @param lasts how long the browser may keep it at most
 */
public record NewSession(PrincipalId principal, SessionId id, String token, Duration lasts) {
    /** Leaves the token out. */
    @Override
    public String toString() {
        return "NewSession[" + id + "]";
    }
}
