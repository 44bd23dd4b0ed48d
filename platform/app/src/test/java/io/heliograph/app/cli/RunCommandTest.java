package io.heliograph.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RunCommandTest {
    @Test
    void aWordAfterTlsIsTheSettingOfThatName() {
        assertThat(RunCommand.tls("self")).isEqualTo(Map.of("HELIOGRAPH_SERVER_TLS", "self"));
        assertThat(RunCommand.tls("off")).isEqualTo(Map.of("HELIOGRAPH_SERVER_TLS", "off"));
    }

    @Test
    void anythingElseAfterTlsIsAFileWithCertificateAndKey() {
        assertThat(RunCommand.tls("/etc/ssl/private/pictures.pem"))
                .isEqualTo(Map.of(
                        "HELIOGRAPH_SERVER_TLS", "file",
                        "HELIOGRAPH_SERVER_TLS_CERTIFICATE", "/etc/ssl/private/pictures.pem",
                        "HELIOGRAPH_SERVER_TLS_KEY", "/etc/ssl/private/pictures.pem"));
    }
}
