package io.heliograph.core.account;

import java.util.Optional;

/** Everything that a caller may be allowed to do, by the names of the contract. An endpoint names exactly one. */
public enum Permission {
    ACCOUNT_READ("account:read", true),
    ACCOUNT_WRITE("account:write", false),
    CREDITS_READ("credits:read", true),
    MODELS_READ("models:read", true),
    GENERATIONS_READ("generations:read", true),
    GENERATIONS_CREATE("generations:create", true),
    EVENTS_READ("events:read", true),
    ASSETS_READ("assets:read", true),
    ASSETS_WRITE("assets:write", true),
    ASSETS_DELETE("assets:delete", true),
    ADMIN_HEALTH("admin:health", true),
    ADMIN_MAILS("admin:mails", false),
    ADMIN_PEOPLE("admin:people", false),
    ADMIN_PLUGINS("admin:plugins", false),
    ADMIN_SETTINGS("admin:settings", false);

    private final String word;
    private final boolean forKeys;

    Permission(String word, boolean forKeys) {
        this.word = word;
        this.forKeys = forKeys;
    }

    /** The name in the contract. */
    public String word() {
        return word;
    }

    /** Whether a key for programs can carry it: changing passwords and keys is for a person in a browser. */
    public boolean forKeys() {
        return forKeys;
    }

    /** The permission of a name; empty for any other. */
    public static Optional<Permission> of(String word) {
        for (Permission permission : values()) {
            if (permission.word.equals(word)) {
                return Optional.of(permission);
            }
        }
        return Optional.empty();
    }
}
