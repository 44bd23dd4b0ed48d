package io.heliograph.core.billing.ledger;

/**
 * What a person has.
 *
 * @param available credits that can be spent; never negative
 * @param held credits that running work holds; never negative
 */
public record Balance(long available, long held) {}
