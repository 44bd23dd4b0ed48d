package io.heliograph.spi;

import io.heliograph.spi.identity.IdentityProviderFactory;
import io.heliograph.spi.mail.MailerFactory;
import io.heliograph.spi.payment.PaymentGatewayFactory;
import io.heliograph.spi.policy.PolicyModuleFactory;
import io.heliograph.spi.provider.GenerationProviderFactory;
import io.heliograph.spi.store.BlobStoreFactory;
import java.util.List;

/**
 * Entry point of a plugin, named in {@code META-INF/services/io.heliograph.spi.HeliographPlugin}. It needs a public
 * constructor without parameters that does no work. Beside it the jar holds {@code META-INF/heliograph-plugin.yaml},
 * which declares id, version, SPI range, configuration, recipients, hosts, data categories and needs.
 *
 * <p>The lists are asked for once, at load.
 */
public interface HeliographPlugin {
    /** Engines that make pictures or videos. */
    default List<GenerationProviderFactory> providers() {
        return List.of();
    }

    /** Stores for sealed bytes. */
    default List<BlobStoreFactory> stores() {
        return List.of();
    }

    /** Ways to sign in. */
    default List<IdentityProviderFactory> identityProviders() {
        return List.of();
    }

    /** Rules consulted at the gates. */
    default List<PolicyModuleFactory> policyModules() {
        return List.of();
    }

    /** Payment gateways. */
    default List<PaymentGatewayFactory> paymentGateways() {
        return List.of();
    }

    /** Ways to send mail. */
    default List<MailerFactory> mailers() {
        return List.of();
    }
}
