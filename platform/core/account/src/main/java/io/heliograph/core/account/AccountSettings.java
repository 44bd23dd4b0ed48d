package io.heliograph.core.account;

import java.time.Duration;
import java.util.Optional;

/**
 * What the operator decides about accounts. Read anew at each use, so a change holds at once.
 *
 * @param mode who may make an account
 * @param contact whom to ask, shown on the sign-up page; obligatory in the mode open
 * @param limitsConfirmed whether the operator has confirmed the limits; obligatory in the mode open
 * @param minPasswordLength shown; enforced by the way to sign in
 * @param idle how long a session lasts without being used
 * @param longest how long a session lasts at most
 */
public record AccountSettings(
        SignUpMode mode,
        Optional<String> contact,
        boolean limitsConfirmed,
        int minPasswordLength,
        Duration idle,
        Duration longest) {
    /** Invitations only; sessions of 14 days idle and 90 days at most. */
    public static final AccountSettings DEFAULT = new AccountSettings(
            SignUpMode.INVITE, Optional.empty(), false, 10, Duration.ofDays(14), Duration.ofDays(90));

    /** Who may make an account. */
    public enum SignUpMode {
        INVITE,
        OPEN,
        CLOSED
    }

    /** The mode that holds: open only where contact and limits were confirmed, invite otherwise. */
    public SignUpMode effectiveMode() {
        return mode == SignUpMode.OPEN && (contact.isEmpty() || !limitsConfirmed) ? SignUpMode.INVITE : mode;
    }
}
