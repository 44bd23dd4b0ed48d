package io.heliograph.core.account;

import io.heliograph.core.account.store.CredentialStore;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.tx.RecordUnavailableException;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.spi.identity.CredentialRecords;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The sealed records that the host keeps for instances of identity plugins: an instance sees its own and no other's.
 * A record of one of our accounts is sealed under that account's key and goes with it.
 */
public final class Credentials {
    private static final int LONGEST_RECORD = 8 << 10;
    private static final int LONGEST_SUBJECT = 200;

    private final Tx tx;
    private final CredentialStore store;
    private final Ids ids;
    private final InstantSource clock;

    Credentials(Tx tx, CredentialStore store, Ids ids, InstantSource clock) {
        this.tx = tx;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The records of {@code instance}. Its methods throw {@link RecordUnavailableException} while the database is away
     * and {@link IllegalArgumentException} for a subject or record that is too long.
     */
    public CredentialRecords records(InstanceId instance) {
        return new CredentialRecords() {
            @Override
            public Optional<byte[]> read(String subject) {
                return tx.required(() -> store.read(instance, bounded(subject)));
            }

            @Override
            public void write(String subject, byte[] record) {
                if (record.length > LONGEST_RECORD) {
                    throw new IllegalArgumentException("a credential record has at most " + LONGEST_RECORD + " bytes");
                }
                PrincipalId owner = PrincipalId.parse(bounded(subject)).orElse(Sealer.INSTALLATION);
                tx.required(() -> store.write(instance, subject, owner, ids.next(), record, Times.micros(clock)));
            }

            @Override
            public void delete(String subject) {
                tx.required(() -> store.delete(instance, bounded(subject)));
            }
        };
    }

    private static String bounded(String subject) {
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("a subject has 1 to " + LONGEST_SUBJECT + " characters");
        }
        return subject;
    }
}
