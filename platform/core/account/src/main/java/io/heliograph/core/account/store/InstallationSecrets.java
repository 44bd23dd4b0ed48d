package io.heliograph.core.account.store;

import io.heliograph.core.crypto.SealContext;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.tx.Sessions;
import io.heliograph.core.tx.Tx;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes for looking up what is sealed. The key is made once, sealed under the installation's own key, so a copy
 * of the tables alone cannot be searched for known addresses.
 */
public final class InstallationSecrets {
    private static final String INDEX = "email-index";
    private static final SealContext CONTEXT = SealContext.field(
            "installation_secret.secret", UUID.nameUUIDFromBytes(INDEX.getBytes(StandardCharsets.US_ASCII)));
    private static final int KEY_BYTES = 32;

    private final byte[] indexKey;

    /** Reads the key, or makes it. */
    public InstallationSecrets(Tx tx, Sealer sealer) {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        byte[] sealed = sealer.seal(Sealer.INSTALLATION, CONTEXT, fresh);
        byte[] kept = tx.required(() -> {
            Sessions.current()
                    .createNativeMutationQuery("insert ignore into installation_secret (name, secret) values (?1, ?2)")
                    .setParameter(1, INDEX)
                    .setParameter(2, sealed)
                    .executeUpdate();
            return Sessions.current()
                    .createSelectionQuery("from SecretRow s where s.name = :name", SecretRow.class)
                    .setParameter("name", INDEX)
                    .getSingleResult()
                    .secret;
        });
        this.indexKey = sealer.open(Sealer.INSTALLATION, CONTEXT, kept);
    }

    /** The hash an address is found by. */
    public byte[] hash(String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(indexKey, "HmacSHA256"));
            return mac.doFinal(address.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has HmacSHA256", absent);
        }
    }
}
