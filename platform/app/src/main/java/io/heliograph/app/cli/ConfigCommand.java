package io.heliograph.app.cli;

import io.heliograph.app.config.ConfigException;
import io.heliograph.app.config.ConfigKey;
import io.heliograph.app.config.ConfigValue;
import io.heliograph.app.config.Configuration;
import io.heliograph.app.config.SampleConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code heliograph config ...}: what is configured, and whether it is right. Starts nothing. */
@Command(
        name = "config",
        description = "Check, show or sample the configuration.",
        subcommands = {ConfigCommand.Check.class, ConfigCommand.Show.class, ConfigCommand.Sample.class})
final class ConfigCommand {

    /** {@code config check}. */
    @Command(name = "check", description = "Report every problem at once; exit 78 if there is one.")
    static final class Check implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        private final Terminal terminal;

        Check(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws ConfigException {
            Configuration configuration = options.configuration();
            terminal.out()
                    .println("The configuration is right ("
                            + configuration.values().size() + " values).");
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
            for (ConfigValue value : options.configuration().values()) {
                boolean hidden = value.key().type() == ConfigKey.Type.SECRET;
                terminal.out()
                        .println(value.name() + " = " + (hidden ? "(hidden, " + value.text() + ")" : value.text())
                                + "    # " + value.place());
            }
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
