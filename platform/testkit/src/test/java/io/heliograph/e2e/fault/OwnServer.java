package io.heliograph.e2e.fault;

import io.heliograph.e2e.CommandResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A MariaDB of an operator's own, with TLS and nothing but TLS: Debian's where it is installed, so that the oldest that
 * is supported is tried, else the bundled program on data of its own.
 */
final class OwnServer implements AutoCloseable {
    static final String PASSWORD = "own-server-password";
    private static final Path DEBIANS = Path.of("/usr/sbin/mariadbd");
    private static final String STORE_PASSWORD = "changeit";

    private final Path folder;
    private final Path programs;
    private final int port;
    private final Path certificate;
    private Process process;

    /** Sets it up and starts it in {@code folder}. */
    OwnServer(Path folder, Path bundledPrograms) throws IOException, GeneralSecurityException {
        this.folder = Files.createDirectories(folder);
        this.programs = bundledPrograms;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = probe.getLocalPort();
        }
        this.certificate = folder.resolve("certificate.pem");
        makeCertificate();
        makeTables();
        Files.writeString(folder.resolve("init.sql"), """
                create database if not exists pictures character set utf8mb4 collate utf8mb4_bin;
                create user if not exists 'own'@'%%' identified by '%s' require ssl;
                grant all privileges on pictures.* to 'own'@'%%';
                """.formatted(PASSWORD));
        this.process = launch();
    }

    private void makeCertificate() throws IOException, GeneralSecurityException {
        Path store = folder.resolve("store.p12");
        CommandResult made = CommandResult.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD));
        if (made.exitCode() != 0) {
            throw new IllegalStateException(made.toString());
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray());
        pem(certificate, "CERTIFICATE", keys.getCertificate("own").getEncoded());
        pem(
                folder.resolve("key.pem"),
                "PRIVATE KEY",
                keys.getKey("own", STORE_PASSWORD.toCharArray()).getEncoded());
    }

    private static void pem(Path file, String kind, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private boolean debians() {
        return Files.exists(DEBIANS);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (debians()) {
            command.addAll(List.of(DEBIANS.toString(), "--no-defaults"));
        } else {
            command.addAll(List.of(
                    programs.resolve("bin/mariadbd").toString(),
                    "--no-defaults",
                    "--basedir=" + programs,
                    "--lc-messages-dir=" + programs.resolve("share"),
                    "--character-sets-dir=" + programs.resolve("share/charsets")));
        }
        command.add("--datadir=" + folder.resolve("tables"));
        command.add("--innodb-log-file-size=16M");
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    /** As the maker's own script does it: system tables fed to a server that bootstraps. */
    private void makeTables() throws IOException {
        Files.createDirectories(folder.resolve("tables/mysql"));
        Path share = debians() ? Path.of("/usr/share/mysql") : programs.resolve("share");
        StringBuilder statements = new StringBuilder("use mysql;\nset @auth_root_socket=NULL;\n");
        for (String script : List.of(
                debians() ? "mysql_system_tables.sql" : "mariadb_system_tables.sql",
                debians() ? "mysql_performance_tables.sql" : "mariadb_performance_tables.sql",
                debians() ? "mysql_system_tables_data.sql" : "mariadb_system_tables_data.sql")) {
            statements.append(Files.readString(share.resolve(script))).append('\n');
        }
        List<String> command = command();
        command.addAll(List.of("--bootstrap", "--skip-log-error"));
        Process bootstrap = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bootstrap.out").toFile())
                .start();
        bootstrap.getOutputStream().write(statements.toString().getBytes(StandardCharsets.UTF_8));
        bootstrap.getOutputStream().close();
        if (bootstrap.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("bootstrap.out")));
        }
    }

    private Process launch() throws IOException {
        List<String> command = command();
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--socket=" + folder.resolve("own.sock"),
                "--pid-file=" + folder.resolve("own.pid"),
                "--require-secure-transport=ON",
                "--ssl-cert=" + certificate,
                "--ssl-key=" + folder.resolve("key.pem"),
                "--init-file=" + folder.resolve("init.sql")));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("own.out").toFile()))
                .start();
    }

    /** Whether somebody listens at its port. */
    boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The URL of one of its databases. */
    String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    /** Its certificate, for those who trust it. */
    Path certificate() {
        return certificate;
    }

    /** Ends it as an orderly stop does. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Starts it again. */
    void startAgain() throws IOException {
        process = launch();
    }

    @Override
    public void close() {
        stop();
    }
}
