package io.heliograph.core.record;

import io.heliograph.core.database.DataFolder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to open the record.
 *
 * @param dataFolder of the installation
 * @param role whether this process is the service or a command
 * @param database the operator's own server; empty for the embedded one
 * @param programs where the embedded server's programs are or shall be unpacked; empty for the data folder
 * @param masterKey the master key's text where the configuration gives it by reference; empty for the file
 *     {@code master.key} in the data folder
 * @param poolSize connections at most
 * @param leastFreeBytes free bytes on the disk of the data folder below which nothing is started
 */
public record RecordSettings(
        Path dataFolder,
        DataFolder.Role role,
        Optional<ExternalDatabase> database,
        Optional<Path> programs,
        Optional<String> masterKey,
        int poolSize,
        long leastFreeBytes) {
    /** Connections that serve a small machine well. */
    public static final int DEFAULT_POOL_SIZE = 16;

    /** With the usual room on the disk. */
    public RecordSettings(
            Path dataFolder,
            DataFolder.Role role,
            Optional<ExternalDatabase> database,
            Optional<Path> programs,
            Optional<String> masterKey,
            int poolSize) {
        this(dataFolder, role, database, programs, masterKey, poolSize, DataFolder.LEAST_FREE_BYTES);
    }

    /** Embedded database, master key in the folder. */
    public static RecordSettings embedded(Path dataFolder, DataFolder.Role role) {
        return new RecordSettings(
                dataFolder, role, Optional.empty(), Optional.empty(), Optional.empty(), DEFAULT_POOL_SIZE);
    }

    @Override
    public String toString() {
        return "RecordSettings[" + dataFolder + ", " + role + ", " + database + "]";
    }

    /** A MariaDB server by URL; see {@link io.heliograph.core.database.DatabaseSettings.External}. */
    public record ExternalDatabase(String url, String user, String password, long patienceMillis) {
        @Override
        public String toString() {
            return "ExternalDatabase[user=" + user + "]";
        }
    }
}
