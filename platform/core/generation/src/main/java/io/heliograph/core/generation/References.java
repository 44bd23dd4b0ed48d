package io.heliograph.core.generation;

import io.heliograph.kernel.AssetId;
import io.heliograph.spi.provider.Reference;
import java.util.List;

/** A person's own pictures and videos as references. */
interface References {
    /** Whether the viewer may use it as a reference now; a foreign one and a missing one are alike. */
    boolean usable(Viewer viewer, AssetId asset);

    /** The references as an engine gets them. @throws GoneException when one was deleted since */
    List<Reference> open(Grant grant, List<ReferenceInput> references);

    /** A reference was deleted before the work began. */
    final class GoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GoneException(String message) {
            super(message);
        }
    }
}
