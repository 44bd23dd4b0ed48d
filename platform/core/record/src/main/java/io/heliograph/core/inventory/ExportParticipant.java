package io.heliograph.core.inventory;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a feature hands a person everything it keeps about them. The archive has one folder per participant.
 *
 * <p>An export runs in pages so that it can be resumed: each call writes one bounded page and answers where the next
 * begins.
 */
@Commitment("G1")
public interface ExportParticipant {
    /** The feature's name, also the folder in the archive. */
    String feature();

    /** Version of the form of this feature's lines; raised when a reader of the old form would misread the new. */
    int formatVersion();

    /** The categories it answers for. */
    Set<DataCategory> categories();

    /** What is held about {@code owner}, for the privacy centre. */
    List<Holding> holdings(PrincipalId owner);

    /**
     * Writes one page.
     *
     * @param cursor of the previous answer; empty at the start
     * @return where the next page begins; empty at the end
     */
    Optional<String> export(PrincipalId owner, Optional<String> cursor, ExportSink sink);
}
