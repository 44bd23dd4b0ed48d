package io.heliograph.web.port;

import java.time.Duration;

/**
 * A session that was just begun.
 *
 * @param token secret for the cookie; nobody ever sees it again
 * @param lasts how long the browser may keep it at most
 */
public record SignedIn(String token, Duration lasts) {
    /** Leaves the token out. */
    @Override
    public String toString() {
        return "SignedIn[" + lasts + "]";
    }
}
