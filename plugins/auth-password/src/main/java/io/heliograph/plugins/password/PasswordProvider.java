package io.heliograph.plugins.password;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.Secret;
import io.heliograph.spi.identity.AuthReply;
import io.heliograph.spi.identity.AuthRequest;
import io.heliograph.spi.identity.AuthStep;
import io.heliograph.spi.identity.Enrolment;
import io.heliograph.spi.identity.IdentityProvider;
import io.heliograph.spi.identity.VerifiedIdentity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks for e-mail and password in one step. The host finds the account; this plugin checks the password. */
final class PasswordProvider implements IdentityProvider {
    private static final String EMAIL = "email";
    private static final String PASSWORD = "password";
    private static final String STATE = "password-1";

    private final Hashing hashing;
    private final PasswordRules rules;
    private final Enrolment enrolment = new PasswordEnrolment();

    PasswordProvider(Hashing hashing, PasswordRules rules) {
        this.hashing = hashing;
        this.rules = rules;
    }

    @Override
    public AuthStep begin(AuthRequest request, CallContext context) {
        return new AuthStep.Challenge(
                List.of(new AuthStep.Field(EMAIL, false, true), new AuthStep.Field(PASSWORD, true, false)), STATE);
    }

    @Override
    public AuthStep resume(AuthReply reply, CallContext context) throws PluginException {
        if (!reply.state().equals(STATE)) {
            throw PluginException.nothingHappened(
                    ErrorKind.USER, "state", "The step that is answered is not of this sign-in.");
        }
        Secret password = reply.fields().get(PASSWORD);
        if (password == null || password.length() == 0 || password.length() > PasswordRules.MAX_LENGTH * 2) {
            // Of the length of what was typed, not of any account.
            return rejected();
        }
        Optional<String> subject = reply.subject();
        Optional<String> hash = subject.isPresent() ? read(subject.get(), context) : Optional.empty();
        if (hash.isEmpty() || subject.isEmpty()) {
            hashing.pretend(password, context.compute());
            return rejected();
        }
        if (!hashing.fits(password, hash.get(), context.compute())) {
            return rejected();
        }
        if (hashing.isOutdated(hash.get())) {
            write(subject.get(), password, context);
        }
        return new AuthStep.Verified(VerifiedIdentity.ofSubject(subject.get()));
    }

    /** The same words for an unknown account, one without a password and a wrong password. */
    private static AuthStep rejected() {
        return new AuthStep.Rejected("wrong-credentials");
    }

    private static Optional<String> read(String subject, CallContext context) throws PluginException {
        return context.credentials().read(subject).map(record -> new String(record, StandardCharsets.US_ASCII));
    }

    private void write(String subject, Secret password, CallContext context) throws PluginException {
        String hash = hashing.hash(password, context.compute());
        context.credentials().write(subject, hash.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Optional<Enrolment> enrolment() {
        return Optional.of(enrolment);
    }

    @Override
    public void close() {
        // keeps nothing
    }

    /** Setting and forgetting a password. */
    private final class PasswordEnrolment implements Enrolment {
        @Override
        public List<AuthStep.Field> fields() {
            return List.of(new AuthStep.Field(PASSWORD, true, false));
        }

        @Override
        public Outcome enrol(String subject, Map<String, Secret> fields, Set<String> personalWords, CallContext context)
                throws PluginException {
            Secret password = fields.get(PASSWORD);
            if (password == null) {
                return new Outcome.Refused(List.of("too-short"));
            }
            List<String> reasons = rules.reasons(password, personalWords);
            if (!reasons.isEmpty()) {
                return new Outcome.Refused(reasons);
            }
            write(subject, password, context);
            return new Outcome.Enrolled();
        }

        @Override
        public void remove(String subject, CallContext context) throws PluginException {
            context.credentials().delete(subject);
        }
    }
}
