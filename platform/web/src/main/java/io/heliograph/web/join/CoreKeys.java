package io.heliograph.web.join;

import io.heliograph.core.account.ApiKeys;
import io.heliograph.core.account.Permission;
import io.heliograph.kernel.ApiKeyId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.web.port.Keys;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One's own keys, by core's. */
public final class CoreKeys implements Keys {
    private final ApiKeys keys;

    public CoreKeys(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<KeyView> list(PrincipalId principal) {
        return keys.list(principal).stream().map(CoreKeys::view).toList();
    }

    @Override
    public NewKey create(PrincipalId principal, String name, Set<String> scopes, Optional<Duration> lasts) {
        ApiKeys.NewKey made = keys.create(principal, name, scopes, lasts);
        return new NewKey(view(made.key()), made.secret());
    }

    @Override
    public boolean revoke(PrincipalId principal, ApiKeyId key) {
        return keys.revoke(principal, key);
    }

    private static KeyView view(ApiKeys.Entry entry) {
        return new KeyView(
                entry.id(),
                entry.name(),
                entry.prefix(),
                entry.scopes().stream().map(Permission::word).sorted().toList(),
                entry.createdAt(),
                entry.lastUsedAt(),
                entry.expiresAt(),
                entry.revokedAt());
    }
}
