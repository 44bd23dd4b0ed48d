package io.heliograph.core.billing.ledger;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import java.util.Optional;

/**
 * The book of credits. Every operation runs in the ambient unit of work or one of its own, and has a business key: a
 * repetition with the same inputs books nothing and gives the same receipt, with other inputs it throws
 * {@link LedgerConflictException}. A reservation is named by its job and ends once: by {@link #settle}, {@link #release},
 * {@link #releaseAtLoss} or {@link #expireUnknown}.
 *
 * <p>Credits are at least 1 in every operation: what costs nothing is not booked. Safe for use by many threads and nodes.
 */
@Commitment("U1")
public interface Ledger {
    /** Longest business key of a grant. */
    int MAX_KEY_CHARS = 90;

    /**
     * Gives credits.
     *
     * @param key names this grant for ever, printable ASCII of at most {@value #MAX_KEY_CHARS} characters
     * @param reason stable code that has a message, at most 40 characters
     * @throws ArithmeticException when the balance would pass the range of a long
     */
    Receipt grant(String key, PrincipalId principal, long credits, String reason);

    /**
     * Holds credits for {@code job}.
     *
     * @throws io.heliograph.kernel.ProblemException of type {@code no-credits} when there are not that many; nothing was
     *     booked then
     */
    Receipt reserve(JobId job, PrincipalId principal, long credits);

    /** Charges {@code credits} of what is held for {@code job}, at most all of it, and gives the rest back. */
    Receipt settle(JobId job, long credits);

    /** Gives back what is held for {@code job}; nothing happened. */
    Receipt release(JobId job);

    /** Gives back what is held for {@code job}, whose work was done without a result: the operator bears it. */
    Receipt releaseAtLoss(JobId job);

    /** Gives back what is held for {@code job}, of which nobody could find out whether it was done. */
    Receipt expireUnknown(JobId job);

    /** What a person has; nought for one who never had anything. */
    Balance balance(PrincipalId principal);

    /** What changed a person's balance, newest first. @param limit 1 to 200 */
    Page<StatementLine> statement(PrincipalId principal, Optional<Cursor> after, int limit);
}
