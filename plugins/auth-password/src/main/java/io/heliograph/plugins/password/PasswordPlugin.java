package io.heliograph.plugins.password;

import io.heliograph.spi.HeliographPlugin;
import io.heliograph.spi.identity.IdentityProviderFactory;
import java.util.List;

/** Entry point of sign-in by password. */
public final class PasswordPlugin implements HeliographPlugin {
    /** For the host's service loader. */
    public PasswordPlugin() {}

    @Override
    public List<IdentityProviderFactory> identityProviders() {
        return List.of(new PasswordFactory());
    }
}
