package io.heliograph.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @Test
    void aCertificateIsMadeOnceForTheNamesAskedFor(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("tls.p12");
        String password = Tls.SelfSignedCertificate.ensure(file, List.of("localhost", "127.0.0.1", "nas.local"));
        assertThat(Tls.SelfSignedCertificate.ensure(file, List.of("other"))).isEqualTo(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        X509Certificate certificate = (X509Certificate) store.getCertificate("heliograph");
        assertThat(certificate.getSubjectAlternativeNames().toString()).contains("localhost", "127.0.0.1", "nas.local");
    }

    @Test
    void theServerSpeaksHttpsWithIt(@TempDir Path folder) throws IOException {
        HttpServerOptions options = new HttpServerOptions();
        new Tls.SelfSigned(folder.resolve("tls.p12"), List.of("localhost")).apply(options);
        assertThat(options.isSsl()).isTrue();
        assertThat(options.isUseAlpn()).isTrue();
        new Tls.None().apply(options);
        assertThat(options.isSsl()).isFalse();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() {
        Path nowhere = Path.of("/proc/nowhere/tls.p12");
        assertThatThrownBy(() -> Tls.SelfSignedCertificate.ensure(nowhere, List.of("localhost")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("keytool could not make a certificate");
    }
}
