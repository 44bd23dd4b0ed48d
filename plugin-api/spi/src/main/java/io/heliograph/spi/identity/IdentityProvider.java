package io.heliograph.spi.identity;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.PluginException;
import java.util.Optional;

/**
 * One configured way to sign in, as a conversation: {@link #begin} gives the first step, {@link #resume} each further
 * one. State between steps travels in {@link AuthStep}s, sealed by the host; the plugin keeps none.
 */
public interface IdentityProvider extends AutoCloseable {
    /** Starts. */
    AuthStep begin(AuthRequest request, CallContext context) throws PluginException;

    /**
     * Goes on with what the person or the issuer answered. Must not tell by answer or time whether a subject exists.
     */
    AuthStep resume(AuthReply reply, CallContext context) throws PluginException;

    /** Whether people can set something up here (a password, a second factor). */
    default Optional<Enrolment> enrolment() {
        return Optional.empty();
    }

    /** Ends the instance. */
    @Override
    void close();
}
