package io.heliograph.core.generation;

import io.heliograph.kernel.InstanceId;
import java.util.List;

/**
 * An instance of a provider, as people see it.
 *
 * @param name what people call it
 * @param local nothing leaves the operator: it reaches no host, or only engines that the configuration names as local
 * @param recipients who gets what people write; none where it is local
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
