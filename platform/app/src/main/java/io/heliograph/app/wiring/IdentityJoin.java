package io.heliograph.app.wiring;

import io.heliograph.core.account.IdentityPort;
import io.heliograph.host.Instances;
import io.heliograph.host.guard.CallTerms;
import io.heliograph.host.guard.GuardedEnrolment;
import io.heliograph.host.guard.GuardedIdentityProvider;
import io.heliograph.host.guard.SpiMethod;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Actor;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.Permit;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.Purpose;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.Secret;
import io.heliograph.spi.identity.AuthReply;
import io.heliograph.spi.identity.AuthRequest;
import io.heliograph.spi.identity.AuthStep;
import io.heliograph.spi.identity.Enrolment;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Accounts' port to the guarded ways to sign in: each call has a permit of the DISCLOSE gate for that one method. */
final class IdentityJoin implements IdentityPort {
    private static final CallTerms TERMS = CallTerms.within(Duration.ofSeconds(30));

    private final Instances instances;
    private final PolicyEngine gates;
    private final URI returnAddress;

    IdentityJoin(Instances instances, PolicyEngine gates, URI returnAddress) {
        this.instances = instances;
        this.gates = gates;
        this.returnAddress = returnAddress;
    }

    @Override
    public List<Method> methods() {
        return instances.identities().stream()
                .map(provider -> new Method(
                        provider.id(),
                        provider.enrolment().isPresent() ? "password" : "redirect",
                        provider.id().value()))
                .toList();
    }

    @Override
    public boolean verify(InstanceId method, Optional<String> subject, Map<String, Secret> fields) {
        GuardedIdentityProvider provider = provider(method);
        try {
            AuthStep first = provider.begin(
                    permit(provider.id(), SpiMethod.IDENTITY_BEGIN),
                    new AuthRequest(returnAddress, Locale.ENGLISH),
                    TERMS);
            if (!(first instanceof AuthStep.Challenge challenge)) {
                return false;
            }
            AuthStep answer = provider.resume(
                    permit(provider.id(), SpiMethod.IDENTITY_RESUME),
                    new AuthReply(challenge.state(), fields, subject),
                    TERMS);
            return answer instanceof AuthStep.Verified verified
                    && subject.equals(Optional.of(verified.identity().subject()));
        } catch (PluginException failure) {
            throw unavailable(failure);
        }
    }

    @Override
    public List<String> enrol(
            InstanceId method, String subject, Map<String, Secret> fields, Set<String> personalWords) {
        try {
            Enrolment.Outcome outcome = enrolment(method)
                    .enrol(permit(method, SpiMethod.ENROLMENT_ENROL), subject, fields, personalWords, TERMS);
            return switch (outcome) {
                case Enrolment.Outcome.Enrolled _ -> List.of();
                case Enrolment.Outcome.Refused refused -> refused.reasons();
            };
        } catch (PluginException failure) {
            throw unavailable(failure);
        }
    }

    @Override
    public void forget(InstanceId method, String subject) {
        try {
            enrolment(method).remove(permit(method, SpiMethod.ENROLMENT_REMOVE), subject, TERMS);
        } catch (PluginException failure) {
            throw unavailable(failure);
        }
    }

    private GuardedIdentityProvider provider(InstanceId method) {
        return instances.identity(method).orElseThrow(() -> ProblemException.of(ProblemType.UNAVAILABLE));
    }

    private GuardedEnrolment enrolment(InstanceId method) {
        return provider(method).enrolment().orElseThrow(() -> ProblemException.of(ProblemType.UNAVAILABLE));
    }

    private Permit permit(InstanceId instance, SpiMethod method) {
        return gates.require(GateRequest.disclose(
                        Purpose.SIGN_IN, Actor.system(), instance, method.key(), Set.of(DataCategory.ACCOUNT))
                .build());
    }

    private static ProblemException unavailable(PluginException failure) {
        return ProblemException.of(ProblemType.UNAVAILABLE).causedBy(failure);
    }
}
