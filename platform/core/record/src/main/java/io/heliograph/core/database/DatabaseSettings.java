package io.heliograph.core.database;

import java.nio.file.Path;
import java.util.Optional;

/** Where the record is kept. */
public sealed interface DatabaseSettings {
    /**
     * A MariaDB server of our own beneath the data folder.
     *
     * @param folder the installation's data folder, opened
     * @param binaries where the server's programs are or shall be unpacked; empty for a folder beneath the data folder
     */
    record Embedded(DataFolder folder, Optional<Path> binaries) implements DatabaseSettings {}

    /**
     * A MariaDB server, 10.11 or newer, of the operator's.
     *
     * @param url {@code jdbc:mariadb://host:port/database}, with {@code sslMode} and the like as parameters
     * @param patienceMillis how long a start waits for a server that does not answer
     */
    record External(String url, String user, String password, long patienceMillis) implements DatabaseSettings {
        @Override
        public String toString() {
            return "External[url=" + url.replaceFirst("\\?.*", "") + ", user=" + user + "]";
        }
    }
}
