package io.heliograph.web;

import io.heliograph.policy.Actor;
import io.heliograph.policy.Facts;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.RateLimitState;
import io.heliograph.web.edge.Admission;
import io.heliograph.web.edge.Caller;
import io.heliograph.web.edge.ClientFacts;
import java.util.List;
import java.util.Optional;

/** Asks the ADMIT gate of the policy engine, with address, account and key as facts. */
public final class PolicyAdmission implements Admission {
    private final PolicyEngine engine;

    public PolicyAdmission(PolicyEngine engine) {
        this.engine = engine;
    }

    @Override
    public List<RateLimitState> admit(Purpose purpose, Caller caller, ClientFacts client) {
        Actor actor = caller.principalId().map(Actor::person).orElseGet(Actor::anonymous);
        GateRequest.Builder request = GateRequest.admit(purpose, actor)
                .fact(Facts.ADDRESS, Optional.of(client.address()).filter(address -> !address.isEmpty()));
        switch (caller) {
            case Caller.Browser browser -> request.fact(Facts.ROLE, browser.role());
            case Caller.Program program ->
                request.fact(Facts.ROLE, program.role())
                        .fact(Facts.API_KEY, program.key().toString());
            case Caller.Anonymous _ -> {}
        }
        return engine.require(request.build()).limits();
    }
}
