package io.heliograph.core.generation;

import io.heliograph.kernel.InstanceId;
import java.util.List;

/**
 * An instance of a provider, as people see it.
 *
 * @param name what people call it
 * @param local nothing leaves this server: it declares neither host nor recipient
 * @param remoteErasure whether the vendor can be asked to erase
 */
public record EngineView(
        InstanceId instance,
        String pluginId,
        String name,
        boolean local,
        List<RecipientView> recipients,
        boolean remoteErasure) {
    public EngineView {
        recipients = List.copyOf(recipients);
    }
}
