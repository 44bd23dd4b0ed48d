package io.heliograph.host.guard;

import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.Permit;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.payment.HostedPage;
import io.heliograph.spi.payment.PaymentGateway;
import io.heliograph.spi.payment.PaymentOrder;
import io.heliograph.spi.payment.PaymentState;
import java.util.Map;
import java.util.Optional;

/** A payment gateway behind its guard. Errors of every method as in {@link InstanceGuard}. Safe for many threads. */
public final class GuardedPaymentGateway {
    private final InstanceGuard guard;
    private final PaymentGateway gateway;

    public GuardedPaymentGateway(InstanceGuard guard, PaymentGateway gateway) {
        this.guard = guard;
        this.gateway = gateway;
    }

    /** {@link PaymentGateway#begin}. */
    public HostedPage begin(Permit permit, PaymentOrder order, CallTerms terms) throws PluginException {
        return guard.run(permit, SpiMethod.GATEWAY_BEGIN, terms, (context, life) -> gateway.begin(order, context));
    }

    /** {@link PaymentGateway#read}. */
    public Optional<PaymentState> read(Permit permit, String reference, CallTerms terms) throws PluginException {
        return guard.run(permit, SpiMethod.GATEWAY_READ, terms, (context, life) -> gateway.read(reference, context));
    }

    /** {@link PaymentGateway#refund}. */
    public PaymentState refund(Permit permit, String reference, long amountMinor, String key, CallTerms terms)
            throws PluginException {
        return guard.run(
                permit,
                SpiMethod.GATEWAY_REFUND,
                terms,
                (context, life) -> gateway.refund(reference, amountMinor, key, context));
    }

    /** {@link PaymentGateway#cancelSubscription}. */
    public PaymentState cancelSubscription(
            Permit permit, String reference, boolean atPeriodEnd, String key, CallTerms terms) throws PluginException {
        return guard.run(
                permit,
                SpiMethod.GATEWAY_CANCEL,
                terms,
                (context, life) -> gateway.cancelSubscription(reference, atPeriodEnd, key, context));
    }

    /** {@link PaymentGateway#verify}. */
    public Optional<String> verify(Permit permit, Map<String, String> headers, byte[] body, CallTerms terms)
            throws PluginException {
        return guard.run(
                permit,
                SpiMethod.GATEWAY_VERIFY,
                terms,
                body.length,
                (context, life) -> gateway.verify(Map.copyOf(headers), body.clone(), context));
    }

    public InstanceId id() {
        return guard.id();
    }

    public InstanceHealth health() {
        return guard.health();
    }
}
