package io.heliograph.web.port;

import io.heliograph.kernel.PrincipalId;
import java.util.UUID;

/** An administrator's grant of credits. */
@FunctionalInterface
public interface CreditGrants {
    /** Grants once for each {@code wish}, however often it is called. @param credits at least 1 */
    void grant(UUID wish, PrincipalId person, long credits);
}
