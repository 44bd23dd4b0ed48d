package io.heliograph.core.account;

import io.heliograph.kernel.FieldError;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.spi.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The local way to sign in, through its plugin; never inside a unit of work. */
final class Passwords {
    private static final String FIELD = "password";
    private static final int LONGEST = 1_024;

    private final IdentityPort identities;

    Passwords(IdentityPort identities) {
        this.identities = identities;
    }

    /** The way of that name, or the first one that asks for a password. @throws ProblemException of type UNAVAILABLE */
    InstanceId method(Optional<String> wanted) {
        return identities.methods().stream()
                .filter(method -> method.kind().equals(FIELD))
                .filter(method -> wanted.map(method.id().value()::equals).orElse(true))
                .map(IdentityPort.Method::id)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemType.UNAVAILABLE));
    }

    /** Whether the password is right; for an unknown account it is not, after the same time. */
    boolean right(Optional<String> method, Optional<PrincipalId> account, String password) {
        if (password.length() > LONGEST) {
            return false;
        }
        Secret secret = Secret.of(password);
        try {
            return identities.verify(method(method), account.map(PrincipalId::toString), Map.of(FIELD, secret));
        } finally {
            secret.destroy();
        }
    }

    /** Sets a password. @throws ProblemException of type WEAK_PASSWORD with the reasons */
    void set(PrincipalId account, EmailAddress email, String password) {
        Secret secret = Secret.of(password);
        try {
            List<String> reasons = password.length() > LONGEST
                    ? List.of("too-long")
                    : identities.enrol(
                            method(Optional.empty()), account.toString(), Map.of(FIELD, secret), email.personalWords());
            if (!reasons.isEmpty()) {
                throw ProblemException.fields(
                        ProblemType.WEAK_PASSWORD,
                        reasons.stream()
                                .map(reason -> new FieldError(FIELD, reason, "a longer or less common one"))
                                .toList());
            }
        } finally {
            secret.destroy();
        }
    }

    /** Undoes {@link #set} for an account that did not come to be. */
    void forget(PrincipalId account) {
        identities.forget(method(Optional.empty()), account.toString());
    }
}
