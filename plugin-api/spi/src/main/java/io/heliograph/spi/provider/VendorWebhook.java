package io.heliograph.spi.provider;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.PluginException;
import java.util.Map;
import java.util.Optional;

/** Ability to be told by the vendor. A webhook is a hint: the host polls the job it names and believes that. */
public interface VendorWebhook {
    /**
     * Checks the signature over the raw bytes.
     *
     * @param headers names in lower case
     * @return the job to look at; empty when the message is genuine and of no interest
     * @throws PluginException of kind {@link io.heliograph.spi.ErrorKind#USER} when it is not genuine
     */
    Optional<RemoteJob> verify(Map<String, String> headers, byte[] body, CallContext context) throws PluginException;
}
