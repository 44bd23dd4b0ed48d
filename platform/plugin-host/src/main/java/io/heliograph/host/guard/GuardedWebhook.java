package io.heliograph.host.guard;

import io.heliograph.policy.Permit;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.RemoteJob;
import io.heliograph.spi.provider.VendorWebhook;
import java.util.Map;
import java.util.Optional;

/** {@link VendorWebhook} behind its guard. */
public final class GuardedWebhook {
    private final InstanceGuard guard;
    private final VendorWebhook webhook;

    GuardedWebhook(InstanceGuard guard, VendorWebhook webhook) {
        this.guard = guard;
        this.webhook = webhook;
    }

    /** {@link VendorWebhook#verify}. */
    public Optional<RemoteJob> verify(Permit permit, Map<String, String> headers, byte[] body, CallTerms terms)
            throws PluginException {
        return guard.run(
                permit,
                SpiMethod.WEBHOOK_VERIFY,
                terms,
                body.length,
                (context, life) -> webhook.verify(Map.copyOf(headers), body.clone(), context));
    }
}
