package io.heliograph.app.wiring;

import io.heliograph.host.InstanceStatus;
import io.heliograph.host.Instances;
import io.heliograph.host.PluginStatus;
import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.ManifestException;
import io.heliograph.host.config.ManifestReader;
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

/** Plugins of which only the manifests are there: enough to judge settings by. */
final class DeclaredPlugins implements Instances {
    static Manifest manifest(String id) {
        String kind = switch (id) {
            case "storage-filesystem" -> "store";
            case "auth-password" -> "identity";
            default -> "provider";
        };
        String settings = switch (id) {
            case "provider-procedural" -> """
                  - {key: largest-side, type: number, title: Longest side, min: 256, max: 2048, default: 1536}
                """;
            case "provider-away" -> """
                  - {key: key, type: secret, title: Key, required: true}
                  - {key: retries, type: number, title: Retries, min: 0, max: 5, default: 2}
                """;
            default -> "  []\n";
        };
        String text = """
                id: %s
                version: 1.0
                title: %s
                spi: 0.1
                kinds: [%s]
                concurrency: 2
                configuration:
                %srecipients: []
                hosts: []
                dataCategories: []
                needs: []
                """.formatted(id, id, kind, settings);
        try {
            return ManifestReader.read(text);
        } catch (ManifestException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @Override
    public List<PluginStatus> plugins() {
        return List.of("provider-procedural", "storage-filesystem", "auth-password", "provider-away").stream()
                .map(id -> new PluginStatus(
                        id + ".jar", id, "1.0", true, PluginStatus.State.LOADED, Optional.of(manifest(id)), "", ""))
                .toList();
    }

    @Override
    public List<InstanceStatus> instances() {
        return List.of();
    }

    @Override
    public List<GuardedProvider> providers() {
        return List.of();
    }

    @Override
    public Optional<GuardedProvider> provider(InstanceId id) {
        return Optional.empty();
    }

    @Override
    public Optional<GuardedBlobStore> store(StoreRole role) {
        return Optional.empty();
    }

    @Override
    public Optional<GuardedBlobStore> store(InstanceId id) {
        return Optional.empty();
    }

    @Override
    public List<GuardedIdentityProvider> identities() {
        return List.of();
    }

    @Override
    public Optional<GuardedIdentityProvider> identity(InstanceId id) {
        return Optional.empty();
    }

    @Override
    public List<GuardedPolicyModule> policyModules() {
        return List.of();
    }

    @Override
    public List<GuardedMailer> mailers() {
        return List.of();
    }

    @Override
    public List<GuardedPaymentGateway> gateways() {
        return List.of();
    }

    @Override
    public Optional<GuardedPaymentGateway> gateway(InstanceId id) {
        return Optional.empty();
    }
}
