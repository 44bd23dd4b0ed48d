package io.heliograph.core.database.embedded;

import io.heliograph.core.database.DataFolder;
import io.heliograph.core.database.StartProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Where the embedded server keeps what, beneath {@code <data folder>/database}.
 *
 * @param root that folder
 */
record Layout(Path root) {
    static final String SCHEMA = "heliograph";
    static final String USER = "heliograph";

    /** Longest path of a Unix socket: {@code sockaddr_un} has 108 bytes, the last is nought. */
    private static final int LONGEST_SOCKET_BYTES = 107;

    private static final int PASSWORD_BYTES = 32;

    static Layout of(DataFolder folder) {
        return new Layout(folder.folder("database"));
    }

    Path data() {
        return root.resolve("data");
    }

    Path halfMadeData() {
        return root.resolve("data.new");
    }

    Path note() {
        return root.resolve("server.properties");
    }

    Path dataVersion() {
        return root.resolve("data-version");
    }

    Path errorLog() {
        return root.resolve("server.log");
    }

    Path output() {
        return root.resolve("server.out");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    Path initFile() {
        return root.resolve("init.sql");
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    /** The socket. @throws StartProblem if the system allows no path that long. */
    Path socket() {
        Path socket = root.resolve("s");
        int bytes = socket.toString().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_SOCKET_BYTES) {
            throw new StartProblem(
                    "The path of the data folder is too long for the database's socket: " + socket + " has " + bytes
                            + " bytes, the system allows " + LONGEST_SOCKET_BYTES + ".",
                    "Choose a folder with a shorter path: --data FOLDER.");
        }
        return socket;
    }

    /** The generated password, made at the first call; in a file of mode 600. */
    String password() {
        try {
            if (!Files.exists(passwordFile())) {
                byte[] bytes = new byte[PASSWORD_BYTES];
                new SecureRandom().nextBytes(bytes);
                PrivateFiles.write(
                        passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
            return Files.readString(passwordFile()).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
