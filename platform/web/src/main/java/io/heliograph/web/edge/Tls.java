package io.heliograph.web.edge;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Where the certificate comes from when the service itself speaks https. */
public sealed interface Tls {
    /** Plain http: behind a proxy that speaks https, or on this machine only. */
    record None() implements Tls {}

    /**
     * A certificate of our own, made at the first start and kept: browsers warn once.
     *
     * @param keystore PKCS 12 file in the data folder; a file with its password is laid beside it
     * @param hosts names and addresses it is for
     */
    record SelfSigned(Path keystore, List<String> hosts) implements Tls {}

    /** Certificate chain and key in PEM files. */
    record Pem(Path certificates, Path key) implements Tls {}

    /** A PKCS 12 file. */
    record Pkcs12(Path file, String password) implements Tls {
        /** Leaves the password out. */
        @Override
        public String toString() {
            return "Pkcs12[" + file + "]";
        }
    }

    /** Whether https is spoken. */
    default boolean enabled() {
        return !(this instanceof None);
    }

    /** Sets the options of a server. @throws IOException if a certificate cannot be read or made */
    default void apply(HttpServerOptions options) throws IOException {
        switch (this) {
            case None _ -> options.setSsl(false);
            case Pem(Path certificates, Path key) ->
                options.setSsl(true)
                        .setUseAlpn(true)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .setCertPath(certificates.toString())
                                .setKeyPath(key.toString()));
            case Pkcs12(Path file, String password) -> pkcs12(options, file, password);
            case SelfSigned(Path keystore, List<String> hosts) ->
                pkcs12(options, keystore, SelfSignedCertificate.ensure(keystore, hosts));
        }
    }

    private static void pkcs12(HttpServerOptions options, Path file, String password) {
        options.setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(new PfxOptions().setPath(file.toString()).setPassword(password));
    }

    /** Makes the certificate with the JDK's own keytool, which every runtime image has. */
    final class SelfSignedCertificate {
        private static final int VALID_DAYS = 3_650;

        private SelfSignedCertificate() {}

        /** Makes the keystore where there is none; returns its password. */
        static String ensure(Path keystore, List<String> hosts) throws IOException {
            Path passwordFile = keystore.resolveSibling(keystore.getFileName() + ".password");
            if (Files.exists(keystore) && Files.exists(passwordFile)) {
                return Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
            }
            Files.deleteIfExists(keystore);
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            String password = HexFormat.of().formatHex(random);
            run(keystore, hosts, password);
            Files.writeString(passwordFile, password, StandardCharsets.UTF_8);
            if (Files.getFileStore(keystore).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
                Files.setPosixFilePermissions(keystore, PosixFilePermissions.fromString("rw-------"));
            }
            return password;
        }

        private static void run(Path keystore, List<String> hosts, String password) throws IOException {
            String names = hosts.stream()
                    .map(host -> (Cidr.address(host).isPresent() ? "ip:" : "dns:") + host)
                    .reduce((a, b) -> a + "," + b)
                    .orElse("dns:localhost");
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "heliograph",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=Heliograph",
                    "-validity",
                    String.valueOf(VALID_DAYS),
                    "-ext",
                    "san=" + names,
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    keystore.toString(),
                    "-storepass:env",
                    "HELIOGRAPH_STORE_PASSWORD");
            builder.environment().put("HELIOGRAPH_STORE_PASSWORD", password);
            Process process = builder.redirectErrorStream(true).start();
            try (InputStream out = process.getInputStream()) {
                String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    process.destroyForcibly();
                    throw new IOException("keytool could not make a certificate: " + said.strip());
                }
            } catch (InterruptedException interrupted) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while making a certificate", interrupted);
            }
        }
    }
}
