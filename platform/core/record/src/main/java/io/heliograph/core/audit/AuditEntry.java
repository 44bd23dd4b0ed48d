package io.heliograph.core.audit;

import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of the security record: ids and codes, never content.
 *
 * @param seq position in the log, without gaps
 * @param actor who did it; null for the service itself or someone unknown
 * @param action stable code, such as {@code account.suspend}
 * @param subject what it was done to, as {@code kind:id}; empty if nothing in particular
 * @param owner whose thing it was, so that the owner can be shown it; null if nobody's
 * @param outcome what came of it
 * @param details codes and ids that say more, at most 20 of at most 200 characters
 */
public record AuditEntry(
        long seq,
        Instant occurredAt,
        @Nullable PrincipalId actor,
        String action,
        String subject,
        @Nullable PrincipalId owner,
        Outcome outcome,
        Map<String, String> details) {
    public AuditEntry {
        details = Map.copyOf(details);
    }

    /** What came of an action. */
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }

    /** Starts an entry for {@code action}. */
    public static Draft of(String action) {
        return new Draft(action);
    }

    /** An entry being written; used by one thread. */
    public static final class Draft {
        final String action;

        @Nullable
        PrincipalId actor;

        String subject = "";

        @Nullable
        PrincipalId owner;

        Outcome outcome = Outcome.DONE;
        final Map<String, String> details = new TreeMap<>();

        private Draft(String action) {
            this.action = action;
        }

        /** Who did it. */
        public Draft by(@Nullable PrincipalId who) {
            this.actor = who;
            return this;
        }

        /** What it was done to. */
        public Draft on(String kind, Object id) {
            this.subject = kind + ":" + id;
            return this;
        }

        /** Whose it is. */
        public Draft ownedBy(@Nullable PrincipalId who) {
            this.owner = who;
            return this;
        }

        /** It was refused or failed. */
        public Draft outcome(Outcome what) {
            this.outcome = what;
            return this;
        }

        /** A code or id that says more. */
        public Draft detail(String name, Object value) {
            this.details.put(name, String.valueOf(value));
            return this;
        }

        /** The finished entry at its place in the log. */
        public AuditEntry at(long seq, Instant when) {
            return new AuditEntry(seq, when, actor, action, subject, owner, outcome, details);
        }
    }
}
