package io.heliograph.app.cli;

import io.heliograph.app.wiring.Office;
import io.heliograph.host.Instances;
import io.heliograph.host.PluginStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code heliograph plugins ...}. */
@Command(
        name = "plugins",
        description = "See which plugins there are.",
        subcommands = {PluginsCommand.ListAll.class})
final class PluginsCommand {

    /** {@code plugins list}. */
    @Command(name = "list", description = "List plugins and their instances: which run, which do not, and what to do.")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        private final Terminal terminal;

        ListAll(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            try (Office office = Office.open(options.configuration())) {
                Instances instances = office.instances();
                instances.plugins().forEach(plugin -> print(instances, plugin));
                boolean fine = instances.plugins().stream()
                                .allMatch(plugin -> plugin.state() != PluginStatus.State.FAILED)
                        && instances.instances().stream()
                                .allMatch(instance -> instance.problems().isEmpty());
                return fine ? ExitCode.OK : ExitCode.FAILED;
            }
        }

        private void print(Instances instances, PluginStatus plugin) {
            terminal.out()
                    .println(plugin.id() + " " + plugin.version() + "  "
                            + plugin.state().name().toLowerCase(java.util.Locale.ROOT)
                            + (plugin.sentence().isEmpty() ? "" : ": " + plugin.sentence() + " " + plugin.remedy()));
            instances.instances().stream()
                    .filter(instance -> instance.plugin().equals(plugin.id()))
                    .forEach(instance -> {
                        terminal.out()
                                .println("  " + instance.id() + (instance.isRunning() ? "  running" : "  not running"));
                        instance.problems().forEach(problem -> terminal.out().println("    " + problem));
                    });
        }
    }
}
