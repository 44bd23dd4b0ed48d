package io.heliograph.host.guard;

import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.identity.CredentialRecords;

/** Port to the sealed records that the accounts keep for instances. */
@FunctionalInterface
public interface CredentialPort {
    /** The records of an instance; never another's. */
    CredentialRecords records(InstanceId instance);
}
