package io.heliograph.core.library;

import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port to the record of disclosures: where the data of one asset went. */
@FunctionalInterface
public interface AssetDisclosures {
    /** At most 200 lines, newest first; inside or outside a unit of work. */
    List<Line> of(PrincipalId owner, AssetId asset, Optional<JobId> job);

    /**
     * One disclosure.
     *
     * @param instance plugin instance that was called
     * @param recipient legal name
     * @param country ISO 3166-1 alpha-2, empty if not declared
     * @param categories data categories that left
     * @param purpose stable word
     */
    record Line(
            Instant at,
            String instance,
            String recipient,
            String country,
            List<String> categories,
            String purpose,
            long bytes) {
        public Line {
            categories = List.copyOf(categories);
        }
    }
}
