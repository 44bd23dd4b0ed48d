package io.heliograph.plugins.password;

import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.Secret;
import io.heliograph.spi.identity.IdentityProviderFactory;
import io.heliograph.testkit.IdentityFixture;
import io.heliograph.testkit.host.FakeHost;
import java.nio.file.Path;
import java.util.Map;

/** Passwords at a cost that tests can bear. */
public final class PasswordFixture implements IdentityFixture {
    /** Settings with so many passes. */
    static Map<String, Object> settings(long passes) {
        return Map.of("min-length", 10L, "memory-kilobytes", 64L, "passes", passes, "lanes", 1L);
    }

    @Override
    public IdentityProviderFactory factory() {
        return new PasswordPlugin().identityProviders().getFirst();
    }

    @Override
    public InstanceContext instance(FakeHost host, Path folder) {
        return host.instance(settings(1), folder);
    }

    @Override
    public Map<String, Secret> enrolment() {
        return Map.of("password", Secret.of("copper kettle üben 7"));
    }

    @Override
    public Map<String, Secret> right() {
        return Map.of("email", Secret.of("ada@example.org"), "password", Secret.of("copper kettle üben 7"));
    }

    @Override
    public Map<String, Secret> wrong() {
        return Map.of("email", Secret.of("ada@example.org"), "password", Secret.of("copper kettle üben 8"));
    }
}
