package io.heliograph.spi.payment;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.PluginException;
import java.util.Map;
import java.util.Optional;

/** One configured gateway. Reading never changes anything there; every change carries our key. */
public interface PaymentGateway extends AutoCloseable {
    /** Opens a hosted page for one payment or subscription. */
    HostedPage begin(PaymentOrder order, CallContext context) throws PluginException;

    /** The truth about a payment, by the gateway's reference. Never changes anything. */
    Optional<PaymentState> read(String reference, CallContext context) throws PluginException;

    /**
     * Pays back.
     *
     * @param key our key, kept before the call; the same key pays back once
     */
    PaymentState refund(String reference, long amountMinor, String key, CallContext context) throws PluginException;

    /** Ends a subscription. */
    PaymentState cancelSubscription(String reference, boolean atPeriodEnd, String key, CallContext context)
            throws PluginException;

    /**
     * Checks a webhook's signature over the raw bytes, in memory.
     *
     * @param headers names in lower case
     * @return reference of the payment to read; empty when genuine and of no interest
     */
    Optional<String> verify(Map<String, String> headers, byte[] body, CallContext context) throws PluginException;

    /** Ends the instance. */
    @Override
    void close();
}
