package io.heliograph.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of the test's own and one server's certificate, made by the JDK's keytool. */
final class Authority {
    /** Protects a key that lives as long as the test. */
    static final String PASSWORD = "for-a-test";

    private final Path file;
    private final KeyStore store;

    private Authority(Path file, KeyStore store) {
        this.file = file;
        this.store = store;
    }

    /** An authority and a server's certificate for {@code name}, in {@code folder}. */
    static Authority of(Path folder, String name) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("keys.p12");
        make(file, "ca", "CN=Authority of a test", List.of("-ext", "bc:c"));
        make(file, "server", "CN=server", List.of("-ext", "san=dns:" + name, "-signer", "ca"));
        KeyStore all = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            all.load(in, PASSWORD.toCharArray());
        }
        return new Authority(file, all);
    }

    private static void make(Path file, String alias, String subject, List<String> more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-dname",
                subject,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2"));
        command.addAll(more);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    /** The file with both keys, for a server that takes one. */
    Path file() {
        return file;
    }

    /** The authority's certificate, as an operator would hand it over. */
    byte[] pem() throws GeneralSecurityException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(store.getCertificate("ca").getEncoded());
        return ("-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What a server presents: its own certificate only. */
    SSLContext server() throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        char[] password = PASSWORD.toCharArray();
        own.setKeyEntry("server", store.getKey("server", password), password, store.getCertificateChain("server"));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
