package io.heliograph.core.library;

import io.heliograph.core.event.EventLog;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.PrincipalId;

/** What the library tells; ids and a code, never content. */
final class Events {
    private Events() {}

    static void append(EventLog events, PrincipalId owner, AssetId asset, String change) {
        events.append(owner, Library.EVENT, "{\"id\":\"" + asset + "\",\"change\":\"" + change + "\"}");
    }
}
