package io.heliograph.core.billing.ledger;

/** The accounts of one principal. Names are kept in the database and are never changed. */
public enum Account {
    /** Where credits come from: at or below nought, the mirror of all that was given out. */
    GRANTED,
    /** What the person can spend. */
    PERSON,
    /** What running work holds. */
    RESERVED,
    /** What delivered results have cost. */
    SPENT,
    /** What the operator bore for work without a result. */
    LOSSES;

    /** Whether it may go below nought. */
    public boolean mayBeNegative() {
        return this == GRANTED;
    }
}
