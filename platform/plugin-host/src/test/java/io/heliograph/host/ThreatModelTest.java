package io.heliograph.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.host.guard.SpiMethod;
import io.heliograph.host.load.PluginSource;
import io.heliograph.spi.provider.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the threat model says of plugins, one test per case: the plugin does what the case says, and the test sees what its
 * word promises, no less and no more.
 */
class ThreatModelTest {
    private static final String PREVENTED = "prevented";
    private static final String DETECTED = "detected";
    private static final String OWN_PROCESS = "only in a process of its own";
    private static final String ANSWER =
            "return new Submission.Accepted(new RemoteJob(found, \"1\"), java.time.Duration.ofSeconds(1));";

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = new World(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** The word of a case. */
    private static String word(String theCase) throws IOException {
        return Files.readAllLines(Path.of("..", "..", "docs", "threat-model.md")).stream()
                .map(line -> line.split("\\|", -1))
                .filter(cells -> cells.length > 3 && cells[1].strip().equals(theCase))
                .map(cells -> cells[2].strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError("the threat model has no case: " + theCase));
    }

    private String loadFault(String id, String needs, String submit) throws IOException {
        load(id, needs, submit);
        return world.host.plugins().stream()
                .filter(status -> status.file().equals(id + ".jar"))
                .findFirst()
                .orElseThrow()
                .sentence();
    }

    private void load(String id, String needs, String submit) throws IOException {
        Path jar = TestPlugins.jar(
                folder, id + ".jar", TestPlugins.manifest(id, needs), TestPlugins.provider(submit + ANSWER));
        world.host.load(List.of(new PluginSource(jar, false)));
    }

    /** What the plugin has to tell, put into the variable {@code found}. */
    private String told(String id, String needs, String submit) throws Exception {
        assertThat(loadFault(id, needs, submit)).isEmpty();
        GuardedProvider provider = world.start(id);
        Submission answer =
                provider.submit(world.permit(SpiMethod.PROVIDER_SUBMIT), World.spec(), World.key(), World.terms());
        return ((Submission.Accepted) answer).job().token();
    }

    @Test
    void aClassOfThePlatformByName() throws Exception {
        assertThat(word("a class of the platform or another plugin is loaded by name"))
                .isEqualTo(PREVENTED);
        String found = told("hostile", "lookup", """
                String found;
                try { found = Class.forName("io.heliograph.host.Instances").getName(); }
                catch (ClassNotFoundException hidden) { found = "hidden"; }
                """);
        assertThat(found).isEqualTo("hidden");
    }

    @Test
    void filesByNameWithoutAGrant() throws Exception {
        assertThat(
                        word(
                                "files, sockets, HTTP, processes, native code, `Unsafe`, instrumentation by name, without a grant"))
                .isEqualTo(PREVENTED);
        String found = told("hostile", "lookup", """
                String found;
                try { found = Class.forName("java.nio.file.".concat("Files")).getName(); }
                catch (ClassNotFoundException hidden) { found = "hidden"; }
                """);
        assertThat(found).isEqualTo("hidden");
    }

    @Test
    void threadsAndReflectionWithoutDeclaration() throws Exception {
        assertThat(word("threads, reflection, look-ups by name, class loaders, the environment without declaration"))
                .isEqualTo(DETECTED);
        assertThat(loadFault("threads", "", "new Thread(() -> {}).start(); String found = \"\";"))
                .contains("does not declare: threads");
        assertThat(loadFault("mirror", "", "String found = \"\" + s.getClass().getMethods().length;"))
                .contains("does not declare: reflection");
        assertThat(loadFault("environment", "", "String found = \"\" + System.getenv().size();"))
                .contains("does not declare: environment");
    }

    /** A granted look-up and reflection get at the boot loader, where everything is. */
    @Test
    void theSameThroughTheBootLoader() throws Exception {
        assertThat(word("the same by reflection through the boot loader")).isEqualTo(OWN_PROCESS);
        String found = told("hostile", "reflection", """
                String found;
                try {
                  Object boot = Class.class.getMethod("forName", String.class, boolean.class, ClassLoader.class)
                      .invoke(null, "java.nio.file.".concat("Files"), false, null);
                  found = ((Class<?>) boot).getName();
                } catch (ReflectiveOperationException hidden) { found = "hidden"; }
                """);
        assertThat(found).isEqualTo("java.nio.file.Files");
    }

    /** Every class that the host hands over finds resources by the host's loader; only its own jar should be a plugin's. */
    @Test
    void resourcesOfTheHostThroughASharedClass() throws Exception {
        assertThat(word("a resource on the host's class path is read through a class or an object of the host"))
                .isEqualTo(OWN_PROCESS);
        String found = told("reader", "", """
                String found = "";
                if (HeliographPlugin.class.getResourceAsStream("/io/heliograph/host/Instances.class") != null) {
                  found += "class;";
                }
                if (c.getClass().getResourceAsStream("/io/heliograph/host/Instances.class") != null) {
                  found += "object;";
                }
                if (Main.class.getResourceAsStream("/io/heliograph/host/Instances.class") != null) {
                  found += "own loader;";
                }
                """);
        assertThat(found).isEqualTo("class;object;");
    }
}
