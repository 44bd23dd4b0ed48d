package io.heliograph.testkit;

import io.heliograph.spi.Secret;
import io.heliograph.spi.identity.IdentityProviderFactory;
import java.util.Map;

/** Fixture of a local way to sign in: one challenge, and something that is set up. */
public non-sealed interface IdentityFixture extends Fixture {
    /** The factory under test. */
    IdentityProviderFactory factory();

    /** What is typed to set it up. */
    Map<String, Secret> enrolment();

    /** What is typed to sign in with it. */
    Map<String, Secret> right();

    /** The same with one wrong answer. */
    Map<String, Secret> wrong();
}
