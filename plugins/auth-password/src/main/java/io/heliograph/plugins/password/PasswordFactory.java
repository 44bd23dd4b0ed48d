package io.heliograph.plugins.password;

import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.Settings;
import io.heliograph.spi.identity.IdentityProvider;
import io.heliograph.spi.identity.IdentityProviderFactory;

/** Makes instances of sign-in by password. */
final class PasswordFactory implements IdentityProviderFactory {
    @Override
    public String type() {
        return "password";
    }

    @Override
    public IdentityProvider create(InstanceContext context) {
        Settings settings = context.settings();
        Hashing hashing =
                new Hashing(new Cost((int) settings.number("memory-kilobytes"), (int) settings.number("passes"), (int)
                        settings.number("lanes")));
        return new PasswordProvider(
                hashing, new PasswordRules((int) settings.number("min-length"), CommonPasswords.bundled()));
    }
}
