package io.heliograph.host.guard;

import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.Permit;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.identity.AuthReply;
import io.heliograph.spi.identity.AuthRequest;
import io.heliograph.spi.identity.AuthStep;
import io.heliograph.spi.identity.IdentityProvider;
import java.time.Duration;
import java.util.Optional;

/** A way to sign in behind its guard. Errors of every method as in {@link InstanceGuard}. Safe for many threads. */
public final class GuardedIdentityProvider {
    private static final Duration ASK_LIMIT = Duration.ofSeconds(5);

    private final InstanceGuard guard;
    private final IdentityProvider provider;
    private final Optional<GuardedEnrolment> enrolment;

    /** Asks once for the ability. */
    public GuardedIdentityProvider(InstanceGuard guard, IdentityProvider provider) throws PluginException {
        this.guard = guard;
        this.provider = provider;
        this.enrolment = guard.manage(provider::enrolment, ASK_LIMIT).map(one -> new GuardedEnrolment(guard, one));
    }

    /** {@link IdentityProvider#begin}. */
    public AuthStep begin(Permit permit, AuthRequest request, CallTerms terms) throws PluginException {
        return guard.run(permit, SpiMethod.IDENTITY_BEGIN, terms, (context, life) -> provider.begin(request, context));
    }

    /** {@link IdentityProvider#resume}. */
    public AuthStep resume(Permit permit, AuthReply reply, CallTerms terms) throws PluginException {
        return guard.run(permit, SpiMethod.IDENTITY_RESUME, terms, (context, life) -> provider.resume(reply, context));
    }

    /** Whether people can set something up here. */
    public Optional<GuardedEnrolment> enrolment() {
        return enrolment;
    }

    public InstanceId id() {
        return guard.id();
    }

    public InstanceHealth health() {
        return guard.health();
    }
}
