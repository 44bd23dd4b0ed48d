package io.heliograph.core.library.store;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Actor;
import java.util.Map;
import java.util.Optional;

/**
 * What a viewer sees, as a condition on rows named {@code a}: the one predicate of every read, whether of one, of many, a count, a search, a
 * file or an export. It says what {@link io.heliograph.policy.privacy.Visibility} says, and adds that only visible states are seen.
 */
@Commitment("V1")
public final class Seen {
    private final Optional<PrincipalId> person;

    private Seen(Optional<PrincipalId> person) {
        this.person = person;
    }

    /** What this actor sees. Administrators in office and the platform itself see what everybody sees. */
    public static Seen by(Actor viewer) {
        return new Seen(viewer instanceof Actor.Person(PrincipalId id) ? Optional.of(id) : Optional.empty());
    }

    String sql() {
        return person.isPresent()
                ? "(a.state = 'visible' and (a.principal_id = :viewer or a.visibility = 'public'))"
                : "(a.state = 'visible' and a.visibility = 'public')";
    }

    Map<String, Object> parameters() {
        return person.<Map<String, Object>>map(id -> Map.of("viewer", id.value()))
                .orElseGet(Map::of);
    }
}
