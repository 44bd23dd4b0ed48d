package io.heliograph.host.config;

import java.util.Optional;

/**
 * Who gets data through a plugin, in the words of the privacy page.
 *
 * @param name legal name
 * @param country ISO 3166-1 alpha-2
 * @param transferBasis ground on which data goes to that country, where one is needed ("adequacy", "SCC")
 * @param retention how long the recipient keeps what it gets, in words
 * @param privacyPage address of its privacy page
 * @param processingAgreement address of its processing agreement
 */
public record Recipient(
        String name,
        String country,
        Role role,
        Optional<String> transferBasis,
        String retention,
        TrainsOnInput trainsOnInput,
        Optional<String> privacyPage,
        Optional<String> processingAgreement) {
    /** In whose name the recipient handles data. */
    public enum Role {
        /** In the operator's. */
        PROCESSOR,
        /** In its own. */
        CONTROLLER
    }

    /** Whether the recipient trains models on what it gets. */
    public enum TrainsOnInput {
        YES,
        NO,
        UNKNOWN
    }
}
