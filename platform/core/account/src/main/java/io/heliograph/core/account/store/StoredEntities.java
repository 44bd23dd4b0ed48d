package io.heliograph.core.account.store;

import java.util.List;

/** The entities of this feature. */
public final class StoredEntities {
    /** All of them. */
    public static final List<Class<?>> ALL = List.of(
            PrincipalRow.class,
            PersonRow.class,
            SessionRow.class,
            ApiKeyRow.class,
            InviteRow.class,
            LinkRow.class,
            CredentialRow.class,
            MailRow.class,
            SecretRow.class);

    private StoredEntities() {}
}
