package io.heliograph.core.account;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person is here. Kept by name. */
public enum Role {
    /** Makes and keeps things of their own. */
    USER,
    /** Runs the installation; sees no private media by it. */
    ADMIN;

    private static final Set<Permission> OF_EVERYBODY = Collections.unmodifiableSet(EnumSet.of(
            Permission.ACCOUNT_READ,
            Permission.ACCOUNT_WRITE,
            Permission.CREDITS_READ,
            Permission.MODELS_READ,
            Permission.GENERATIONS_READ,
            Permission.GENERATIONS_CREATE,
            Permission.EVENTS_READ,
            Permission.ASSETS_READ,
            Permission.ASSETS_WRITE,
            Permission.ASSETS_DELETE));
    private static final Set<Permission> ALL = Collections.unmodifiableSet(EnumSet.allOf(Permission.class));

    /** What this role may do. */
    public Set<Permission> permissions() {
        return this == ADMIN ? ALL : OF_EVERYBODY;
    }

    /** The word of the contract: {@code user}, {@code admin}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a word; empty for any other. */
    public static Optional<Role> of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
