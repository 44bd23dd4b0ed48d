package io.heliograph.host.registry;

import io.heliograph.host.config.PluginKind;
import io.heliograph.host.guard.GuardedBlobStore;
import io.heliograph.host.guard.GuardedIdentityProvider;
import io.heliograph.host.guard.GuardedMailer;
import io.heliograph.host.guard.GuardedPaymentGateway;
import io.heliograph.host.guard.GuardedPolicyModule;
import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.host.guard.InstanceGuard;
import io.heliograph.host.load.LoadedPlugin;
import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.PluginException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The factories of a plugin, whatever their kind, under one face. */
record InstanceFactories(PluginKind kind, String type, Maker<?> maker) {
    InstanceFactories {
        // A plugin's answer: the promise that it is something is the plugin's, not the compiler's.
        Objects.requireNonNull(type);
    }

    /** Makes the raw instance and puts its guard around it. */
    record Maker<T extends AutoCloseable>(Create<T> create, Wrap<T> wrap) {
        Object wrapped(InstanceGuard guard, AutoCloseable raw) throws PluginException {
            // The raw instance came from this very maker.
            @SuppressWarnings("unchecked")
            T own = (T) raw;
            return wrap.wrap(guard, own);
        }
    }

    /** The plugin's part. */
    @FunctionalInterface
    interface Create<T> {
        T create(InstanceContext context) throws PluginException;
    }

    /** Ours. */
    @FunctionalInterface
    interface Wrap<T> {
        Object wrap(InstanceGuard guard, T raw) throws PluginException;
    }

    static List<InstanceFactories> of(LoadedPlugin plugin) {
        List<InstanceFactories> all = new ArrayList<>();
        plugin.providers()
                .forEach(one -> all.add(new InstanceFactories(
                        PluginKind.PROVIDER, one.type(), new Maker<>(one::create, GuardedProvider::new))));
        plugin.stores()
                .forEach(one -> all.add(new InstanceFactories(
                        PluginKind.STORE, one.type(), new Maker<>(one::create, GuardedBlobStore::new))));
        plugin.identities()
                .forEach(one -> all.add(new InstanceFactories(
                        PluginKind.IDENTITY, one.type(), new Maker<>(one::create, GuardedIdentityProvider::new))));
        plugin.policies()
                .forEach(one -> all.add(new InstanceFactories(
                        PluginKind.POLICY, one.type(), new Maker<>(one::create, GuardedPolicyModule::new))));
        plugin.gateways()
                .forEach(one -> all.add(new InstanceFactories(
                        PluginKind.PAYMENT, one.type(), new Maker<>(one::create, GuardedPaymentGateway::new))));
        plugin.mailers()
                .forEach(one -> all.add(new InstanceFactories(
                        PluginKind.MAIL, one.type(), new Maker<>(one::create, GuardedMailer::new))));
        return all;
    }
}
