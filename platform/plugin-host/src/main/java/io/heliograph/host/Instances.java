package io.heliograph.host;

import io.heliograph.host.config.StoreRole;
import io.heliograph.host.guard.GuardedBlobStore;
import io.heliograph.host.guard.GuardedIdentityProvider;
import io.heliograph.host.guard.GuardedMailer;
import io.heliograph.host.guard.GuardedPaymentGateway;
import io.heliograph.host.guard.GuardedPolicyModule;
import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.kernel.InstanceId;
import java.util.List;
import java.util.Optional;

/**
 * The running instances, each behind its guard, in the order of their names. Lists are snapshots; an instance that was
 * removed refuses calls. Safe for many threads.
 */
public interface Instances {
    /** All engines. */
    List<GuardedProvider> providers();

    /** An engine. */
    Optional<GuardedProvider> provider(InstanceId id);

    /** The store for a role; with several, the first by name. */
    Optional<GuardedBlobStore> store(StoreRole role);

    /** A store by its instance's name, for blobs that were kept before the role moved on. */
    Optional<GuardedBlobStore> store(InstanceId id);

    /** All ways to sign in. */
    List<GuardedIdentityProvider> identities();

    /** A way to sign in. */
    Optional<GuardedIdentityProvider> identity(InstanceId id);

    /** All policy modules, to be installed in the policy engine. */
    List<GuardedPolicyModule> policyModules();

    /** All mailers. */
    List<GuardedMailer> mailers();

    /** All payment gateways. */
    List<GuardedPaymentGateway> gateways();

    /** A payment gateway. */
    Optional<GuardedPaymentGateway> gateway(InstanceId id);

    /** How loading each plugin went. */
    List<PluginStatus> plugins();

    /** How each configured instance is, those that do not run included. */
    List<InstanceStatus> instances();
}
