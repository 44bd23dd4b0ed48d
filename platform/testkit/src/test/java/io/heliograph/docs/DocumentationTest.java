package io.heliograph.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.heliograph.app.cli.Commands;
import io.heliograph.app.cli.Terminal;
import io.heliograph.app.config.ConfigKey;
import io.heliograph.app.config.ConfigKeys;
import io.heliograph.app.config.ConfigLoader;
import io.heliograph.rules.Repository;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What README.md and the pages under docs/ show is parsed, compiled or looked up: commands, keys, snippets, files. */
class DocumentationTest {
    private static final Pattern PROGRAM = Pattern.compile("^(?:sudo -u \\S+ )?(?:\\S*/)?heliograph(?: (.*))?$");
    private static final Pattern TYPE_NAME = Pattern.compile("(?:class|record|interface|enum) (\\w+)");
    private static final Pattern VARIABLE = Pattern.compile("HELIOGRAPH_[A-Z0-9_]+");
    /** Variables of the launcher, which are no keys. */
    private static final List<String> LAUNCHERS = List.of(
            "HELIOGRAPH_JAVA_OPTS",
            "HELIOGRAPH_HOME",
            "HELIOGRAPH_CHROMIUM",
            "HELIOGRAPH_PROGRAM",
            "HELIOGRAPH_START_CACHE");

    private final List<Page> pages = Page.all();
    private final CommandLine tree = Commands.tree(new Terminal(nowhere(), nowhere()));

    private static PrintWriter nowhere() {
        return new PrintWriter(Writer.nullWriter());
    }

    @Test
    void thereAreTheDocuments() {
        assertThat(pages)
                .extracting(Page::toString)
                .contains(
                        "README.md",
                        "docs/architecture.md",
                        "docs/operator-guide.md",
                        "docs/plugin-guide.md",
                        "docs/threat-model.md",
                        "docs/dependencies.md",
                        "docs/commitments.md",
                        "docs/benchmarks.md",
                        "docs/upgrading/0.1.md");
    }

    @TestFactory
    Stream<DynamicTest> everyCommandShownIsOne() {
        List<String> lines = new ArrayList<>();
        for (Page page : pages) {
            page.codes().forEach(lines::add);
            page.blocks().stream()
                    .filter(block ->
                            block.language().isEmpty() || block.language().equals("sh"))
                    .flatMap(block -> block.text().lines())
                    .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                    .forEach(lines::add);
        }
        List<String> commands = lines.stream()
                .flatMap(line -> command(line).stream())
                .distinct()
                .toList();
        assertThat(commands).hasSizeGreaterThan(20);
        return commands.stream()
                .map(command -> DynamicTest.dynamicTest(
                        command, () -> assertThatCode(() -> parse(command)).doesNotThrowAnyException()));
    }

    /** The arguments of a line that starts the program, or that names a command of it. */
    private Optional<String> command(String line) {
        Matcher program = PROGRAM.matcher(line);
        if (program.matches()) {
            return Optional.ofNullable(program.group(1)).filter(arguments -> !arguments.isBlank());
        }
        String[] words = line.split(" ", -1);
        CommandLine named = tree.getSubcommands().get(words[0]);
        boolean command = named != null
                && (words.length == 1
                        ? named.getSubcommands().isEmpty()
                        : !words[1].matches("\\W.*|.*[.:].*") || words[1].startsWith("--"));
        return command ? Optional.of(line) : Optional.empty();
    }

    /** A command named in passing need not bring its arguments; one that is shown with some must be whole. */
    private void parse(String command) {
        String[] words = Stream.of(command.split("\\s+", -1))
                .map(word -> word.replaceAll("^\\[|\\]$", ""))
                .map(word -> word.equals("N") ? "1" : word)
                .toArray(String[]::new);
        if (words[0].equals("test")) {
            // A word of the script in the source tree, which has one option.
            assertThat(words).isSubsetOf("test", "--long");
            return;
        }
        try {
            Commands.tree(new Terminal(nowhere(), nowhere())).parseArgs(words);
        } catch (CommandLine.MissingParameterException missing) {
            assertThat(words).as(missing.getMessage()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyShellBlockIsShell() {
        return blocks("sh")
                .map(block -> DynamicTest.dynamicTest(block.toString(), () -> {
                    Process bash = new ProcessBuilder("bash", "-n")
                            .redirectErrorStream(true)
                            .start();
                    try (var in = bash.getOutputStream()) {
                        in.write(block.text().getBytes(StandardCharsets.UTF_8));
                    }
                    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertThat(bash.waitFor()).as(said).isZero();
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyConfigurationShownIsRight(@TempDir Path folder) {
        assertThat(blocks("yaml")).isNotEmpty();
        return blocks("yaml")
                .map(block -> DynamicTest.dynamicTest(block.toString(), () -> {
                    Path file = Files.writeString(folder.resolve("heliograph.yaml"), block.text());
                    assertThatCode(() -> new ConfigLoader(Map.of("DB_PASSWORD", "x", "MASTER_KEY", "x"))
                                    .load(Optional.of(file)))
                            .doesNotThrowAnyException();
                }));
    }

    @Test
    void everyKeyNamedExists() {
        List<String> sections = ConfigKeys.all().stream()
                .map(key -> key.name().replaceFirst("\\..*", ""))
                .distinct()
                .toList();
        List<String> named = pages.stream()
                .flatMap(page -> page.codes().stream())
                .map(code -> code.replaceFirst(": .*", ""))
                .filter(code -> code.matches("[a-z-]+(\\.[a-z*-]+)+"))
                .filter(code -> sections.contains(code.replaceFirst("\\..*", "")))
                .distinct()
                .toList();
        assertThat(named).hasSizeGreaterThan(8);
        assertThat(named)
                .filteredOn(name -> ConfigKeys.all().stream().noneMatch(key -> names(key, name)))
                .isEmpty();
    }

    private static boolean names(ConfigKey key, String shown) {
        String pattern = key.name().replace(".", "\\.").replace("*", "[a-z*-]+");
        String wanted = shown.replace(".", "\\.").replace("*", ".+");
        return shown.matches(pattern)
                || key.name().matches(wanted)
                || key.name().startsWith(shown + ".");
    }

    @Test
    void everyVariableNamedIsAKey() {
        List<String> variables = ConfigKeys.all().stream()
                .map(key -> "HELIOGRAPH_" + key.name().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .toList();
        assertThat(pages.stream()
                        .flatMap(page ->
                                VARIABLE.matcher(page.prose() + page.blocks()).results())
                        .map(found -> found.group())
                        .distinct())
                .filteredOn(name -> !LAUNCHERS.contains(name))
                .isSubsetOf(variables);
    }

    @TestFactory
    Stream<DynamicTest> everyJavaSnippetCompiles(@TempDir Path folder) {
        assertThat(blocks("java")).isNotEmpty();
        return blocks("java").map(block -> DynamicTest.dynamicTest(block.toString(), () -> compile(block, folder)));
    }

    private static void compile(Page.Block block, Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        Matcher type = TYPE_NAME.matcher(block.text());
        assertThat(type.find()).as("a snippet has a type of its own").isTrue();
        JavaFileObject source =
                new SimpleJavaFileObject(
                        URI.create("string:///" + type.group(1) + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return block.text();
                    }
                };
        List<String> options = List.of(
                "-d",
                folder.toString(),
                "-proc:none",
                "-cp",
                Repository.root().resolve("plugin-api/spi/target/classes")
                        + System.getProperty("path.separator")
                        + Repository.root().resolve("plugin-api/testkit/target/classes")
                        + System.getProperty("path.separator")
                        + System.getProperty("java.class.path"));
        boolean good = compiler.getTask(null, null, said, options, null, List.of(source))
                .call();
        assertThat(good).as(said.getDiagnostics().toString()).isTrue();
    }

    @Test
    void everyLinkLeadsToAFile() {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Page page : pages) {
            for (String link : page.links()) {
                links++;
                String path = link.replaceFirst("#.*", "");
                if (!path.matches("https?:.*|mailto:.*|")
                        && !Files.exists(page.file().resolveSibling(path))) {
                    broken.add(page + " -> " + link);
                }
            }
        }
        assertThat(links).isGreaterThan(5);
        assertThat(broken).isEmpty();
    }

    @Test
    void everyFolderAndFileNamedExists() {
        List<String> named = pages.stream()
                .flatMap(page -> page.codes().stream())
                .filter(code -> code.matches("(platform|plugins|plugin-api|distribution|docs|\\.ci)/[\\w./-]*"))
                .distinct()
                .toList();
        assertThat(named).hasSizeGreaterThan(5);
        assertThat(named)
                .filteredOn(path -> !path.contains("/target/"))
                .allSatisfy(path -> assertThat(Repository.root().resolve(path)).exists());
    }

    private Stream<Page.Block> blocks(String language) {
        return pages.stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals(language));
    }
}
