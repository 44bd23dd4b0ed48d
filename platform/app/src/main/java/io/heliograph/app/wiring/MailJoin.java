package io.heliograph.app.wiring;

import io.heliograph.core.account.MailCarrier;
import io.heliograph.core.account.Mailbox;
import io.heliograph.host.Instances;
import io.heliograph.host.guard.CallTerms;
import io.heliograph.host.guard.GuardedMailer;
import io.heliograph.host.guard.SpiMethod;
import io.heliograph.kernel.DataCategory;
import io.heliograph.policy.Actor;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.Purpose;
import io.heliograph.spi.Effect;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.mail.Mail;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The outbox's port to the first guarded mailer. */
final class MailJoin implements MailCarrier {
    private static final CallTerms TERMS = CallTerms.within(Duration.ofMinutes(1));

    private final Instances instances;
    private final PolicyEngine gates;
    private final Supplier<String> from;

    MailJoin(Instances instances, PolicyEngine gates, Supplier<String> from) {
        this.instances = instances;
        this.gates = gates;
        this.from = from;
    }

    @Override
    public boolean present() {
        return !instances.mailers().isEmpty();
    }

    @Override
    public Outcome carry(Mailbox.Letter letter) {
        GuardedMailer mailer = instances.mailers().getFirst();
        Mailbox.Entry entry = letter.entry();
        try {
            mailer.send(
                    gates.require(GateRequest.disclose(
                                    Purpose.MAIL,
                                    Actor.system(),
                                    mailer.id(),
                                    SpiMethod.MAILER_SEND.key(),
                                    Set.of(DataCategory.ACCOUNT))
                            .build()),
                    new Mail(
                            entry.id().toString(),
                            from.get(),
                            entry.recipient(),
                            entry.subject(),
                            letter.body(),
                            Optional.empty()),
                    TERMS);
            return new Outcome(true, false, "");
        } catch (PolicyDeniedException denied) {
            return new Outcome(false, denied.retryAfter().isPresent(), "policy-denied");
        } catch (PluginException failure) {
            boolean again = failure.effect() == Effect.NONE
                    && failure.kind() != ErrorKind.USER
                    && failure.kind() != ErrorKind.CONFIGURATION;
            return new Outcome(false, again, failure.code());
        }
    }
}
