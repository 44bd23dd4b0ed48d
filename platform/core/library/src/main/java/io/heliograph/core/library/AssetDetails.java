package io.heliograph.core.library;

import java.util.List;
import java.util.Optional;

/**
 * Everything about one asset: what it is, how it was made, where its data went.
 *
 * @param making for its owner only, and only as long as prompts are kept
 * @param digitalSourceType IPTC term in the file; empty where the file says nothing
 * @param disclosures what left this server for it, newest first; for its owner only
 */
public record AssetDetails(
        AssetView asset,
        Optional<Making> making,
        Optional<String> digitalSourceType,
        String sha256,
        List<AssetDisclosures.Line> disclosures) {
    public AssetDetails {
        disclosures = List.copyOf(disclosures);
    }
}
