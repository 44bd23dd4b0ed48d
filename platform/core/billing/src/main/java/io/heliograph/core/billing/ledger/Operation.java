package io.heliograph.core.billing.ledger;

import java.util.EnumMap;
import java.util.Map;

/** What can be booked. Names are kept in the database and are never changed. */
public enum Operation {
    /** Credits are given. */
    GRANT,
    /** Credits are held for a job. */
    RESERVE,
    /** Results were delivered; what they did not cost goes back. */
    SETTLE,
    /** The job ended without a result and cost nobody anything. */
    RELEASE,
    /** The job ended without a result but its work was done: the person gets the credits back, the operator bears it. */
    RELEASE_AT_LOSS,
    /** Nobody could find out whether the work was done: as {@link #RELEASE_AT_LOSS}. */
    EXPIRED_UNKNOWN;

    /**
     * The entries of this operation; they sum to nought.
     *
     * @param credits what it is about: given, held, or delivered
     * @param reserved what the reservation that it ends had held; ignored by {@link #GRANT} and {@link #RESERVE}
     */
    Map<Account, Long> entries(long credits, long reserved) {
        EnumMap<Account, Long> entries = new EnumMap<>(Account.class);
        switch (this) {
            case GRANT -> move(entries, Account.GRANTED, Account.PERSON, credits);
            case RESERVE -> move(entries, Account.PERSON, Account.RESERVED, credits);
            case SETTLE -> {
                move(entries, Account.RESERVED, Account.SPENT, credits);
                move(entries, Account.RESERVED, Account.PERSON, reserved - credits);
            }
            case RELEASE -> move(entries, Account.RESERVED, Account.PERSON, reserved);
            case RELEASE_AT_LOSS, EXPIRED_UNKNOWN -> {
                move(entries, Account.RESERVED, Account.PERSON, reserved);
                move(entries, Account.GRANTED, Account.LOSSES, reserved);
            }
        }
        return entries;
    }

    private static void move(Map<Account, Long> entries, Account from, Account to, long credits) {
        if (credits != 0) {
            entries.merge(from, -credits, Math::addExact);
            entries.merge(to, credits, Math::addExact);
        }
    }
}
