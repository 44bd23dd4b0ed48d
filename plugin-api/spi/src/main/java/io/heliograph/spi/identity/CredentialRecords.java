package io.heliograph.spi.identity;

import io.heliograph.spi.PluginException;
import java.util.Optional;

/**
 * Small sealed records that the host keeps for an instance, one a subject: a password hash, a second factor's secret.
 * At most 8 kB each. Erased with the account.
 */
public interface CredentialRecords {
    /** The record; empty if there is none. */
    Optional<byte[]> read(String subject) throws PluginException;

    /** Keeps or replaces the record. */
    void write(String subject, byte[] record) throws PluginException;

    /** Forgets the record; repeating it is harmless. */
    void delete(String subject) throws PluginException;
}
