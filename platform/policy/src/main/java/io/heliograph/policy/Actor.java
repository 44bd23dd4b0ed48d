package io.heliograph.policy;

import io.heliograph.kernel.PrincipalId;
import java.util.Optional;

/** Who asks at a gate. */
public sealed interface Actor {
    /** A signed-in person, by session or by key. */
    record Person(PrincipalId id) implements Actor {}

    /**
     * A person acting as administrator on what is not their own. It opens no private content: whoever wants their own
     * things asks as {@link Person}.
     */
    record Staff(PrincipalId id) implements Actor {}

    /** Nobody we know. */
    record Anonymous() implements Actor {}

    /** The platform itself: sweeper, worker, clean-up. */
    record Internal() implements Actor {}

    /** A signed-in person. */
    static Actor person(PrincipalId id) {
        return new Person(id);
    }

    /** An administrator in office. */
    static Actor staff(PrincipalId id) {
        return new Staff(id);
    }

    /** Nobody we know. */
    static Actor anonymous() {
        return new Anonymous();
    }

    /** The platform itself. */
    static Actor system() {
        return new Internal();
    }

    /** The account behind the actor, if there is one. */
    default Optional<PrincipalId> principal() {
        return switch (this) {
            case Person person -> Optional.of(person.id());
            case Staff staff -> Optional.of(staff.id());
            case Anonymous _, Internal _ -> Optional.empty();
        };
    }

    /** Stable word for the kind of actor: {@code person}, {@code staff}, {@code anonymous}, {@code system}. */
    default String word() {
        return switch (this) {
            case Person _ -> "person";
            case Staff _ -> "staff";
            case Anonymous _ -> "anonymous";
            case Internal _ -> "system";
        };
    }
}
