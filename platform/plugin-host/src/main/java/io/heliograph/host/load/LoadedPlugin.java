package io.heliograph.host.load;

import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.Need;
import io.heliograph.spi.HeliographPlugin;
import io.heliograph.spi.identity.IdentityProviderFactory;
import io.heliograph.spi.mail.MailerFactory;
import io.heliograph.spi.payment.PaymentGatewayFactory;
import io.heliograph.spi.policy.PolicyModuleFactory;
import io.heliograph.spi.provider.GenerationProviderFactory;
import io.heliograph.spi.store.BlobStoreFactory;
import java.util.List;
import java.util.Set;

/**
 * A plugin whose classes are there and whose lists were asked for. Only the registry holds one.
 *
 * @param granted needs it may use
 */
public record LoadedPlugin(
        Manifest manifest,
        boolean bundled,
        String file,
        Set<Need> granted,
        ClassLoader loader,
        List<GenerationProviderFactory> providers,
        List<BlobStoreFactory> stores,
        List<IdentityProviderFactory> identities,
        List<PolicyModuleFactory> policies,
        List<PaymentGatewayFactory> gateways,
        List<MailerFactory> mailers) {
    /** Asks for the lists; runs code of the plugin. */
    static LoadedPlugin of(LoadedPlugin.PluginShell shell, HeliographPlugin plugin) {
        return new LoadedPlugin(
                shell.manifest(),
                shell.bundled(),
                shell.file(),
                shell.granted(),
                shell.loader(),
                List.copyOf(plugin.providers()),
                List.copyOf(plugin.stores()),
                List.copyOf(plugin.identityProviders()),
                List.copyOf(plugin.policyModules()),
                List.copyOf(plugin.paymentGateways()),
                List.copyOf(plugin.mailers()));
    }

    /** What of a plugin is known before its code ran. */
    record PluginShell(Manifest manifest, boolean bundled, String file, Set<Need> granted, ClassLoader loader) {}
}
