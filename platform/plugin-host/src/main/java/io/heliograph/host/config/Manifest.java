package io.heliograph.host.config;

import io.heliograph.kernel.DataCategory;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a plugin declares of itself in {@code META-INF/heliograph-plugin.yaml}. Privacy page, admin form, egress and
 * class loader follow from it.
 *
 * @param id 1 to 60 lower-case letters, digits and hyphens, beginning with a letter
 * @param version up to 40 letters, digits and {@code . - +}
 * @param title name for people
 * @param spi SPI versions it was made for
 * @param kinds what it holds, exactly
 * @param settings what an instance can be told
 * @param recipients who gets data; empty if nothing leaves the machine
 * @param hosts hosts it calls
 * @param dataCategories categories it receives
 * @param needs what it uses of the JDK beyond calculation, exactly
 * @param concurrency calls at once where the operator says nothing
 */
public record Manifest(
        String id,
        String version,
        String title,
        SpiRange spi,
        Set<PluginKind> kinds,
        List<SettingSpec> settings,
        List<Recipient> recipients,
        List<HostPattern> hosts,
        Set<DataCategory> dataCategories,
        Set<Need> needs,
        int concurrency) {
    /** Where it lies in the jar. */
    public static final String PATH = "META-INF/heliograph-plugin.yaml";

    public Manifest {
        kinds = Set.copyOf(kinds);
        settings = List.copyOf(settings);
        recipients = List.copyOf(recipients);
        hosts = List.copyOf(hosts);
        dataCategories = Set.copyOf(dataCategories);
        needs = Set.copyOf(needs);
    }

    /** A declared setting. */
    public Optional<SettingSpec> setting(String key) {
        return settings.stream().filter(spec -> spec.key().equals(key)).findFirst();
    }
}
