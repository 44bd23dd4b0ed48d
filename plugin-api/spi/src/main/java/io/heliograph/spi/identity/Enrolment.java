package io.heliograph.spi.identity;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.Secret;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ability to set up a way to sign in for an account of the platform. */
public interface Enrolment {
    /** What to ask. */
    List<AuthStep.Field> fields();

    /**
     * Sets it up, replacing what was there.
     *
     * @param subject the host's stable name of the account
     * @param personalWords words a secret must not be made of (the e-mail's parts, the name)
     */
    Outcome enrol(String subject, Map<String, Secret> fields, Set<String> personalWords, CallContext context)
            throws PluginException;

    /** Forgets it; repeating it is harmless. */
    void remove(String subject, CallContext context) throws PluginException;

    /** What came of it. */
    sealed interface Outcome {
        /** Done. */
        record Enrolled() implements Outcome {}

        /**
         * Not taken.
         *
         * @param reasons stable words: {@code too-short}, {@code too-long}, {@code too-common}, {@code personal}
         */
        record Refused(List<String> reasons) implements Outcome {
            public Refused {
                reasons = List.copyOf(reasons);
            }
        }
    }
}
