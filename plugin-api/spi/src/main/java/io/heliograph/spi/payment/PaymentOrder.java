package io.heliograph.spi.payment;

import java.net.URI;
import java.util.Optional;

/**
 * What is to be paid.
 *
 * @param key our key, kept before the call
 * @param amountMinor in the currency's minor unit
 * @param currency ISO 4217
 * @param planReference the gateway's price or plan for subscriptions; empty for a single payment
 */
public record PaymentOrder(
        String key,
        long amountMinor,
        String currency,
        String title,
        Optional<String> planReference,
        URI returnAddress,
        URI cancelAddress) {}
