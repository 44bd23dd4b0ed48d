package io.heliograph.core.generation;

import io.heliograph.kernel.ApiKeyId;
import io.heliograph.kernel.DataCategory;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Facts;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.Permit;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.RateLimitState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The gates of the policy engine. */
final class PolicyGates implements Gates {
    private final PolicyEngine policy;

    PolicyGates(PolicyEngine policy) {
        this.policy = policy;
    }

    @Override
    public List<RateLimitState> admit(Viewer viewer, Wish wish) {
        return policy.require(GateRequest.admit(Purpose.GENERATION, Actor.person(viewer.principal()))
                        .owner(viewer.principal())
                        .fact(Facts.ADDRESS, viewer.address())
                        .fact(Facts.API_KEY, viewer.apiKey().map(ApiKeyId::toString))
                        .fact(Facts.ROLE, viewer.role())
                        .fact(Facts.PLAN, wish.plan())
                        .fact(Facts.INSTANCE, wish.model().instance().value())
                        .fact(Facts.MODEL, wish.model().toString())
                        .fact(Facts.MEDIA, word(wish.kind()))
                        .fact(Facts.COUNT, (long) wish.count())
                        .fact(Facts.PROMPT_LENGTH, (long) wish.promptChars())
                        .fact(Facts.CREDITS, wish.credits())
                        .build())
                .limits();
    }

    @Override
    public Optional<Instant> keepWish(Viewer viewer, String plan) {
        return store(viewer, DataCategory.PROMPT, plan);
    }

    @Override
    public Optional<Instant> keepResult(Viewer viewer, String plan) {
        return store(viewer, DataCategory.RESULT, plan);
    }

    private Optional<Instant> store(Viewer viewer, DataCategory category, String plan) {
        Permit permit = policy.require(GateRequest.store(Purpose.GENERATION, Actor.person(viewer.principal()), category)
                .owner(viewer.principal())
                .fact(Facts.PLAN, plan)
                .build());
        permit.end();
        return permit.deadline();
    }

    private static String word(ResultKind kind) {
        return kind == ResultKind.IMAGE ? "image" : "video";
    }
}
