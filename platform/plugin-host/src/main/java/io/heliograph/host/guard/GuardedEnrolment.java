package io.heliograph.host.guard;

import io.heliograph.policy.Permit;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.Secret;
import io.heliograph.spi.identity.AuthStep;
import io.heliograph.spi.identity.Enrolment;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link Enrolment} behind its guard. */
public final class GuardedEnrolment {
    private final InstanceGuard guard;
    private final Enrolment enrolment;

    GuardedEnrolment(InstanceGuard guard, Enrolment enrolment) {
        this.guard = guard;
        this.enrolment = enrolment;
    }

    /** {@link Enrolment#fields}. */
    public List<AuthStep.Field> fields(Permit permit, CallTerms terms) throws PluginException {
        return guard.run(permit, SpiMethod.ENROLMENT_FIELDS, terms, (context, life) -> List.copyOf(enrolment.fields()));
    }

    /** {@link Enrolment#enrol}. */
    public Enrolment.Outcome enrol(
            Permit permit, String subject, Map<String, Secret> fields, Set<String> personalWords, CallTerms terms)
            throws PluginException {
        return guard.run(
                permit,
                SpiMethod.ENROLMENT_ENROL,
                terms,
                (context, life) -> enrolment.enrol(subject, Map.copyOf(fields), Set.copyOf(personalWords), context));
    }

    /** {@link Enrolment#remove}. */
    public void remove(Permit permit, String subject, CallTerms terms) throws PluginException {
        guard.run(permit, SpiMethod.ENROLMENT_REMOVE, terms, (context, life) -> {
            enrolment.remove(subject, context);
            return true;
        });
    }
}
