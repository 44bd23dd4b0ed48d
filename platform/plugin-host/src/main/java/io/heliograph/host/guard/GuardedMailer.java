package io.heliograph.host.guard;

import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.Permit;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.mail.Mail;
import io.heliograph.spi.mail.Mailer;
import java.nio.charset.StandardCharsets;

/** A mailer behind its guard. Errors as in {@link InstanceGuard}. Safe for many threads. */
public final class GuardedMailer {
    private final InstanceGuard guard;
    private final Mailer mailer;

    public GuardedMailer(InstanceGuard guard, Mailer mailer) {
        this.guard = guard;
        this.mailer = mailer;
    }

    /** {@link Mailer#send}. */
    public void send(Permit permit, Mail mail, CallTerms terms) throws PluginException {
        long bytes = mail.text().getBytes(StandardCharsets.UTF_8).length;
        guard.run(permit, SpiMethod.MAILER_SEND, terms, bytes, (context, life) -> {
            mailer.send(mail, context);
            return true;
        });
    }

    public InstanceId id() {
        return guard.id();
    }

    public InstanceHealth health() {
        return guard.health();
    }
}
