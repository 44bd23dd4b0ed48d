package io.heliograph.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepositoryRulesTest {
    private static final int LONGEST_FILE = 600;
    private static final int LONGEST_README = 150;

    private final Path root = Repository.root();

    @Test
    void theTopLevelHoldsOnlyTheRoomsOfTheHouse() throws Exception {
        try (Stream<Path> entries = Files.list(root)) {
            Set<String> folders = entries.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals("target"))
                    .collect(Collectors.toSet());
            assertThat(folders).containsExactlyInAnyOrder("platform", "plugins", "plugin-api", "distribution", "docs");
        }
    }

    @Test
    void noSourceFileIsLongerThanTheCap() {
        List<Path> sources = Repository.files().stream()
                .filter(file -> file.toString().matches(".*\\.(java|ts|tsx|sh)"))
                .toList();
        assertThat(sources).hasSizeGreaterThan(300);
        assertThat(sources)
                .filteredOn(file -> Repository.text(file).lines().count() > LONGEST_FILE)
                .isEmpty();
    }

    @Test
    void everyPackageOfMainCodeSaysWhatItIsForAndIsNullMarked() {
        List<Path> packages = Repository.javaFiles()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .map(Path::getParent)
                .distinct()
                .toList();
        assertThat(packages).hasSizeGreaterThan(40);
        assertThat(packages).allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(Repository.text(info)).contains("@NullMarked").contains("/**");
        });
    }

    @Test
    void nothingIsLeftForLater() {
        Pattern leftover = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");
        assertThat(Repository.javaFiles()
                        .filter(file -> !file.endsWith("RepositoryRulesTest.java"))
                        .filter(file -> leftover.matcher(Repository.text(file)).find()))
                .isEmpty();
    }

    @Test
    void testsDoNotSleepAndUseNoMockingLibrary() {
        List<Path> tests = Repository.javaFiles()
                .filter(file -> file.toString().contains("/src/test/java/"))
                .filter(file -> !file.endsWith("RepositoryRulesTest.java"))
                .toList();
        assertThat(tests).hasSizeGreaterThan(60);
        assertThat(tests)
                .filteredOn(file -> Repository.text(file).contains("Thread.sleep("))
                .isEmpty();
        assertThat(Repository.files().stream()
                        .filter(file -> file.endsWith("pom.xml"))
                        .filter(file -> Repository.text(file).contains("mockito")))
                .isEmpty();
    }

    @Test
    void noFileNamesThePlaceThatItsPartsWereLoadedFrom() {
        List<Path> locks = Repository.files().stream()
                .filter(file -> file.endsWith("package-lock.json"))
                .toList();
        assertThat(locks).isNotEmpty();
        assertThat(locks).allSatisfy(lock -> assertThat(Repository.text(lock)).doesNotContain("\"resolved\""));
        assertThat(Repository.files().stream()
                        .filter(file -> file.endsWith("pom.xml"))
                        .filter(file -> Repository.text(file).contains("<repositories>")))
                .isEmpty();
    }

    @Test
    void theReadmeIsShortAndContinuousIntegrationRunsTheTestCommand() {
        assertThat(Repository.text(root.resolve("README.md")).lines().count()).isBetween(30L, (long) LONGEST_README);
        assertThat(Repository.text(root.resolve(".ci/run"))).contains("./heliograph test");
    }
}
