package io.heliograph.policy.privacy;

import io.heliograph.kernel.InstanceId;
import java.util.Optional;

/** Port to the plugin host: what an instance declared. From memory, safe for many threads. */
@FunctionalInterface
public interface DeclaredRecipients {
    /** The declaration; empty if there is no such instance, and then nothing goes to it. */
    Optional<Declaration> of(InstanceId instance);
}
