package io.heliograph.app.cli;

import io.heliograph.app.config.ConfigException;
import io.heliograph.app.config.ConfigExport;
import io.heliograph.app.config.ConfigProblem;
import io.heliograph.app.config.ConfigValue;
import io.heliograph.app.config.SampleConfig;
import io.heliograph.app.wiring.StoredLayer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code heliograph config ...}: what is configured, whether it is right, and how it is changed. */
@Command(
        name = "config",
        description = "Check, show, change, export or sample the configuration.",
        subcommands = {
            ConfigCommand.Check.class,
            ConfigCommand.Show.class,
            ConfigChangeCommand.Assign.class,
            ConfigChangeCommand.Unset.class,
            ConfigCommand.Export.class,
            ConfigCommand.Sample.class
        })
final class ConfigCommand {
    private ConfigCommand() {}

    private static void tellUnread(StoredLayer layer, Terminal terminal) {
        layer.unread().ifPresent(why -> terminal.err().println("note: the database's settings were not read. " + why));
    }

    /** {@code config check}. */
    @Command(
            name = "check",
            description =
                    "Report every problem of file, environment and database at once; exit 78 if there is one. Starts nothing.")
    static final class Check implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        private final Terminal terminal;

        Check(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws ConfigException {
            StoredLayer layer = StoredLayer.under(options.configuration());
            tellUnread(layer, terminal);
            if (!layer.problems().isEmpty()) {
                throw new ConfigException(layer.problems());
            }
            long stored = layer.configuration().values().stream()
                    .filter(value -> value.origin().equals(ConfigValue.DATABASE))
                    .count();
            terminal.out()
                    .println("The configuration is right ("
                            + layer.configuration().values().size() + " values, " + stored + " of the database).");
            return ExitCode.OK;
        }
    }

    /** {@code config show}. */
    @Command(name = "show", description = "Show every value and where it comes from. Secrets stay hidden.")
    static final class Show implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        private final Terminal terminal;

        Show(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws ConfigException {
            StoredLayer layer = StoredLayer.under(options.configuration());
            tellUnread(layer, terminal);
            for (ConfigValue value : layer.configuration().values()) {
                String hidden = value.sealed().isPresent() ? "(hidden)" : "(hidden, " + value.text() + ")";
                terminal.out()
                        .println(value.name() + " = " + (value.isSecret() ? hidden : value.text()) + "    # "
                                + value.place());
            }
            layer.problems().stream().map(ConfigProblem::sentence).forEach(terminal.err()::println);
            return ExitCode.OK;
        }
    }

    /** {@code config export}. */
    @Command(
            name = "export",
            description = "Write what holds, from all layers, as a heliograph.yaml. Secrets become references.")
    static final class Export implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        private final Terminal terminal;

        Export(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws ConfigException {
            StoredLayer layer = StoredLayer.under(options.configuration());
            if (layer.unread().isPresent()) {
                tellUnread(layer, terminal);
                return ExitCode.UNAVAILABLE;
            }
            layer.problems().stream().map(ConfigProblem::sentence).forEach(terminal.err()::println);
            terminal.out().print(ConfigExport.text(layer.configuration()));
            terminal.out().flush();
            return ExitCode.OK;
        }
    }

    /** {@code config sample}. */
    @Command(name = "sample", description = "Print a commented file with every key.")
    static final class Sample implements Callable<Integer> {
        private final Terminal terminal;

        Sample(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            terminal.out().print(SampleConfig.text());
            terminal.out().flush();
            return ExitCode.OK;
        }
    }
}
