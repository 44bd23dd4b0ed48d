package io.heliograph.web.port;

import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.InviteId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What administrators do with people and invitations: counts, never content. Every change is audited by core. */
public interface People {
    /** People, newest first. */
    Page<PersonView> list(Query query, Optional<Cursor> after, int limit);

    /** One person; empty if there is none. */
    Optional<PersonView> get(PrincipalId person);

    /** Changes a role. @throws io.heliograph.kernel.ProblemException {@code not-found}; {@code conflict} for the last administrator */
    PersonView setRole(PrincipalId actor, PrincipalId person, String role);

    /** Locks a person out. @throws io.heliograph.kernel.ProblemException {@code not-found}; {@code conflict} for the last administrator */
    PersonView suspend(PrincipalId actor, PrincipalId person, String reason);

    /** Lets a person in again. @throws io.heliograph.kernel.ProblemException {@code not-found} */
    PersonView unsuspend(PrincipalId actor, PrincipalId person);

    /** Invitations, newest first. */
    Page<Accounts.InviteView> invites(Optional<Cursor> after, int limit);

    /** Invites somebody. */
    NewInvite invite(PrincipalId actor, Invitation invitation);

    /** Takes an invitation back; false if there is none that is open. */
    boolean revokeInvite(PrincipalId actor, InviteId invite);

    /** Which people. @param email part of an address; @param state {@code active} or {@code suspended} */
    record Query(Optional<String> email, Optional<String> role, Optional<String> state) {}

    /**
     * A person.
     *
     * @param items things in their library, where that is counted
     */
    record PersonView(
            PrincipalId id,
            String email,
            boolean emailConfirmed,
            String role,
            Optional<Suspension> suspension,
            Instant createdAt,
            Optional<Instant> lastSeenAt,
            OptionalLong items,
            OptionalLong bytes) {}

    /** Why somebody is locked out. */
    record Suspension(String reason, Instant at) {}

    /** A wish to invite. */
    record Invitation(Optional<String> email, String role, Optional<String> note, Duration lasts) {}

    /** An invitation that was just made. @param token shown once, in the fragment of a link */
    record NewInvite(Accounts.InviteView invite, String token) {
        /** Leaves the token out. */
        @Override
        public String toString() {
            return "NewInvite[" + invite.id() + "]";
        }
    }
}
