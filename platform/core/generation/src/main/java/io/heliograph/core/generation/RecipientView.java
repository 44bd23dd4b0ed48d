package io.heliograph.core.generation;

import io.heliograph.host.config.Recipient;
import java.util.Locale;

/**
 * Who gets data when an instance is used, as its plugin declares it.
 *
 * @param country ISO 3166-1 alpha-2; empty if not declared
 * @param role {@code processor} or {@code controller}
 * @param trainsOnInput {@code yes}, {@code no} or {@code unknown}
 * @param privacyPage address; empty if not declared
 */
public record RecipientView(
        String legalName,
        String country,
        String role,
        String transferBasis,
        String retention,
        String trainsOnInput,
        String privacyPage) {
    /** What a manifest declares. */
    public static RecipientView of(Recipient declared) {
        return new RecipientView(
                declared.name(),
                declared.country(),
                declared.role().name().toLowerCase(Locale.ROOT),
                declared.transferBasis().orElse(""),
                declared.retention(),
                declared.trainsOnInput().name().toLowerCase(Locale.ROOT),
                declared.privacyPage().orElse(""));
    }
}
