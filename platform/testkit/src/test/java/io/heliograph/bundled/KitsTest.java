package io.heliograph.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.ManifestReader;
import io.heliograph.host.config.PluginKind;
import io.heliograph.rules.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every plugin of ours runs the test kit's suites for its kinds, and comes as a jar with the distribution. */
class KitsTest {
    /** Kinds that the kit has a suite for. */
    private static final Set<PluginKind> WITH_SUITE =
            Set.of(PluginKind.PROVIDER, PluginKind.STORE, PluginKind.IDENTITY);

    static List<Path> plugins() throws IOException {
        try (Stream<Path> folders = Files.list(Repository.root().resolve("plugins"))) {
            List<Path> plugins = folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
            assertThat(plugins).hasSizeGreaterThanOrEqualTo(3);
            return plugins;
        }
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void runsTheSuitesOfItsKindsAndIsBundled(Path plugin) throws Exception {
        Manifest manifest = ManifestReader.read(
                Files.readString(plugin.resolve("src/main/resources").resolve(Manifest.PATH))
                        .replace("${project.version}", "1"));
        List<String> tests = tests(plugin);
        for (PluginKind kind : manifest.kinds()) {
            if (WITH_SUITE.contains(kind)) {
                String suite = "@SelectPackages(\"io.heliograph.testkit." + kind.word() + "\")";
                assertThat(tests).as("a suite class for %s", kind.word()).anyMatch(text -> text.contains(suite));
            }
        }
        assertThat(BundledHost.jars())
                .anyMatch(jar -> jar.getFileName().toString().startsWith("heliograph-" + manifest.id() + "-"));
    }

    private static List<String> tests(Path plugin) throws IOException {
        try (Stream<Path> files = Files.walk(plugin.resolve("src/test/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith("Test.java")).toList();
            List<String> texts = new java.util.ArrayList<>();
            for (Path source : sources) {
                texts.add(Files.readString(source));
            }
            return texts;
        }
    }
}
