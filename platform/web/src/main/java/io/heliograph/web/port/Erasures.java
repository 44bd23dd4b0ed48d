package io.heliograph.web.port;

import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How accounts end. Every change is audited by core. */
public interface Erasures {
    /** How it stands with one's own account, and what would happen to what is in it. */
    Standing standing(PrincipalId person);

    /** Those of {@code people} whose account is about to go. */
    Map<PrincipalId, Pending> pending(Collection<PrincipalId> people);

    /**
     * Asks that one's own account goes.
     *
     * @param password or a sign-in of the last minutes by {@code session}
     * @param atOnce without the grace period
     * @throws io.heliograph.kernel.ProblemException {@code wrong-credentials}; {@code conflict} for the last administrator
     */
    Taken request(PrincipalId person, Optional<String> password, Optional<SessionId> session, boolean atOnce);

    /** Asks that somebody's account goes, as an administrator. @throws io.heliograph.kernel.ProblemException {@code not-found}, {@code conflict} */
    Taken requestFor(PrincipalId administrator, PrincipalId person, boolean atOnce);

    /** Takes a wish back while it waits; false if there is none, or it has begun. */
    boolean takeBack(PrincipalId person);

    /** The same by an administrator. */
    boolean takeBackFor(PrincipalId administrator, PrincipalId person);

    /** The receipt that a code opens. */
    Optional<Receipt> receipt(String code);

    /** How it stands. */
    record Standing(Optional<Pending> pending, Duration grace, List<Category> categories) {
        public Standing {
            categories = List.copyOf(categories);
        }
    }

    /** A wish. @param dueAt when it begins; empty if it has begun */
    record Pending(Optional<Instant> dueAt) {}

    /**
     * What happens to one category.
     *
     * @param category name in lower case
     * @param outcome {@code erase}, {@code pseudonymise} or {@code keep}
     * @param reason stable code of why it is kept
     */
    record Category(
            String category,
            long count,
            long bytes,
            String outcome,
            Optional<Instant> keptUntil,
            Optional<String> reason) {}

    /** A wish that was taken. @param receiptUrl shown once; holds the code in its fragment */
    record Taken(UUID order, Optional<Instant> dueAt, String receiptUrl) {
        /** Leaves the address out. */
        @Override
        public String toString() {
            return "Taken[" + order + "]";
        }
    }

    /** What became of an order. @param state {@code scheduled}, {@code running} or {@code done}; @param signed once it is final */
    record Receipt(
            UUID order,
            String state,
            Instant orderedAt,
            Optional<Instant> dueAt,
            Optional<Instant> finishedAt,
            List<Line> lines,
            Optional<String> signed) {
        public Receipt {
            lines = List.copyOf(lines);
        }
    }

    /** One count. @param outcome {@code erased}, {@code pseudonymised}, {@code kept} or {@code not-possible} */
    record Line(String category, String what, String outcome, long count, String detail) {}
}
