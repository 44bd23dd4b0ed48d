package io.heliograph.spi.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A change of what plugins compile against is seen by whoever reviews it: the surface is kept as text beside this test.
 *
 * <p>To accept a change: {@code ./mvnw -pl plugin-api/spi -Dspi.accept=true test}, commit the new text with the change, and give
 * it a line in CHANGELOG.md; where a plugin must be altered, the plugin guide says how.
 */
class SurfaceTest {
    private static final Path KEPT = Path.of("src/test/resources/surface/spi.txt");

    @Test
    void thePublicSurfaceIsTheOneThatWasAccepted() throws IOException {
        List<String> now = Surface.of(Path.of("target/classes"));
        assertThat(now).as("the rule sees the SPI").hasSizeGreaterThan(300);
        if (Boolean.getBoolean("spi.accept")) {
            Files.write(KEPT, now);
        }
        assertThat(now)
                .as("the SPI's public surface; to accept the change: ./mvnw -pl plugin-api/spi -Dspi.accept=true test")
                .isEqualTo(Files.readAllLines(KEPT));
    }
}
