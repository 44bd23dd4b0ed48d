package io.heliograph.policy.privacy;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Actor;
import java.util.Optional;

/**
 * Who may see a thing: the one rule. The engine judges single things by it; the library's query for lists, counts and
 * search says the same in SQL, and a test compares the two over all cases.
 */
@Commitment("V1")
public final class Visibility {
    /** Only the owner, and who holds a share link. */
    public static final String PRIVATE = "private";
    /** Everybody. */
    public static final String PUBLIC = "public";

    private Visibility() {}

    /**
     * Whether {@code actor} sees a thing. Administrators see what everybody sees; an unknown word for visibility counts as
     * private.
     *
     * @param shareGrant whether a valid share link to this very thing was shown
     */
    public static boolean allows(
            Actor actor, Optional<PrincipalId> owner, Optional<String> visibility, boolean shareGrant) {
        if (shareGrant || visibility.filter(PUBLIC::equals).isPresent()) {
            return true;
        }
        return actor instanceof Actor.Person(PrincipalId id)
                && owner.filter(id::equals).isPresent();
    }
}
