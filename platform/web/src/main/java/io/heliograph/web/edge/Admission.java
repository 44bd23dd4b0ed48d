package io.heliograph.web.edge;

import io.heliograph.policy.Purpose;
import io.heliograph.policy.RateLimitState;
import java.util.List;

/** Asks the ADMIT gate. Runs on a virtual thread. */
@FunctionalInterface
public interface Admission {
    /**
     * Lets a request in.
     *
     * @return how the limits stand, for the answer's headers
     * @throws io.heliograph.policy.PolicyDeniedException where it may not, or not now
     */
    List<RateLimitState> admit(Purpose purpose, Caller caller, ClientFacts client);
}
