package io.heliograph.web.port;

import io.heliograph.kernel.InviteId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.SessionId;
import io.heliograph.web.edge.ClientFacts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Ways in, and what people do with their own account. */
public interface Accounts {
    /**
     * Begins a session. Unknown address and wrong password are alike, in answer and time.
     *
     * @throws io.heliograph.kernel.ProblemException {@code wrong-credentials}, {@code suspended},
     *     {@code too-many-requests}
     */
    SignedIn signIn(Optional<String> method, String email, String password, ClientFacts client);

    /** Ends a session of the person; nothing if it is not theirs. Returns whether there was one. */
    boolean endSession(PrincipalId principal, SessionId session);

    /** Ends all sessions of the person but this one. */
    void endOtherSessions(PrincipalId principal, Optional<SessionId> keep);

    /** Where the person is signed in, last used first, at most 100. */
    List<SessionView> sessions(PrincipalId principal);

    /** Ways to sign in. */
    List<SignInMethod> methods();

    /** How an account can be made. */
    SignUpInfo signUpInfo();

    /**
     * Makes an account.
     *
     * @return a session, or empty: then the page tells to look for a mail
     * @throws io.heliograph.kernel.ProblemException {@code sign-up-closed}, {@code link-used-or-expired},
     *     {@code weak-password}
     */
    Optional<SignedIn> signUp(SignUp command, ClientFacts client);

    /** What an invitation is good for; empty if it is not or no longer valid. */
    Optional<InviteView> inspectInvite(String token);

    /** Whether there is no administrator yet. */
    boolean administratorMissing();

    /** Makes the first administrator. @throws io.heliograph.kernel.ProblemException {@code link-used-or-expired}, {@code weak-password} */
    SignedIn createFirstAdministrator(String token, String email, String password, Locale locale, ClientFacts client);

    /** Sends a link for a new password, where there is such an account; the same time and answer where not. */
    void requestPasswordReset(String email, Locale locale);

    /** Sets a password by a link's token. @throws io.heliograph.kernel.ProblemException {@code link-used-or-expired}, {@code weak-password} */
    void completePasswordReset(String token, String newPassword);

    /** Confirms an address by a link's token. @throws io.heliograph.kernel.ProblemException {@code link-used-or-expired} */
    void completeEmailConfirmation(String token);

    /** One's own account. */
    AccountView account(PrincipalId principal);

    /** Changes the language. */
    AccountView setLocale(PrincipalId principal, String locale);

    /** Asks for another address. @throws io.heliograph.kernel.ProblemException {@code wrong-credentials} */
    void changeEmail(PrincipalId principal, String newEmail, String password);

    /** Sends the confirming link again. */
    void requestEmailConfirmation(PrincipalId principal);

    /** Changes the password and ends the other sessions. @throws io.heliograph.kernel.ProblemException {@code wrong-credentials}, {@code weak-password} */
    void changePassword(PrincipalId principal, Optional<SessionId> keep, String current, String replacement);

    /** A session in one's list. */
    record SessionView(
            SessionId id, String device, String address, Instant createdAt, Instant lastSeenAt, Instant expiresAt) {}

    /** A way to sign in. @param kind {@code password} or {@code redirect} */
    record SignInMethod(String id, String kind, String label) {}

    /**
     * How an account can be made.
     *
     * @param mode {@code invite}, {@code open} or {@code closed}
     * @param contact whom to ask for an invitation
     * @param ipKeptDays how long a network address is kept, where that is set
     */
    record SignUpInfo(String mode, int minPasswordLength, Optional<String> contact, OptionalInt ipKeptDays) {}

    /** A wish for an account. */
    record SignUp(String email, String password, Optional<String> inviteToken, Locale locale) {
        /** Leaves the secrets out. */
        @Override
        public String toString() {
            return "SignUp[]";
        }
    }

    /**
     * An invitation.
     *
     * @param state {@code open}, {@code used}, {@code revoked} or {@code expired}
     */
    record InviteView(
            InviteId id,
            Optional<String> email,
            String role,
            String state,
            Optional<String> note,
            Instant createdAt,
            Instant expiresAt,
            Optional<Instant> usedAt) {}
}
