package io.heliograph.core.account;

import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The guarded ways to sign in, as accounts need them. The wiring joins it to the plugin host. Every method may call a
 * plugin, so none is called inside a unit of work.
 */
public interface IdentityPort {
    /** The ways there are, the first being the one a new account is set up with. */
    List<Method> methods();

    /**
     * Asks the way whether the answers are right for {@code subject}.
     *
     * @param subject empty if no account was found: the plugin then answers no, in the same time
     * @throws io.heliograph.kernel.ProblemException of type UNAVAILABLE if the way cannot answer
     */
    boolean verify(InstanceId method, Optional<String> subject, Map<String, Secret> fields);

    /**
     * Sets the way up for {@code subject}, replacing what was there.
     *
     * @param personalWords words a secret must not be made of
     * @return why it was not taken; empty if it was
     */
    List<String> enrol(InstanceId method, String subject, Map<String, Secret> fields, Set<String> personalWords);

    /** Forgets {@code subject}; harmless if repeated. */
    void forget(InstanceId method, String subject);

    /** One way. @param kind {@code password} or {@code redirect} */
    record Method(InstanceId id, String kind, String label) {}
}
