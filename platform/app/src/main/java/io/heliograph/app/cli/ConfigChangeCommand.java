package io.heliograph.app.cli;

import io.heliograph.app.config.ConfigKey;
import io.heliograph.app.config.ConfigKeys;
import io.heliograph.app.wiring.Office;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code config set} and {@code config unset}: the database's layer by command, as the admin page changes it. */
final class ConfigChangeCommand {
    private ConfigChangeCommand() {}

    private static void change(GlobalOptions options, Terminal terminal, String key, Optional<Object> value)
            throws Exception {
        try (Office office = Office.open(options.configuration())) {
            office.settings().change(Optional.empty(), Map.of(key, value));
        }
        boolean waits = ConfigKeys.find(key)
                .filter(known -> known.reach() == ConfigKey.Reach.NEXT_START)
                .isPresent();
        terminal.out()
                .println(key
                        + (value.isPresent() ? " is set. " : " is taken out. ")
                        + (waits ? "It takes effect at the next start." : "A running service follows within seconds."));
    }

    /** {@code config set}. */
    @Command(
            name = "set",
            description =
                    "Set a key in the database's layer. File and environment win over it; they refuse what they set.")
    static final class Assign implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        @Spec
        private picocli.CommandLine.Model.@Nullable CommandSpec spec;

        @Parameters(index = "0", paramLabel = "KEY", description = "As `config sample` lists them.")
        private String key = "";

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "VALUE",
                description = "Items of a list are joined by commas. A secret is read from a file: --value-file.")
        private @Nullable String value;

        @Option(
                names = "--value-file",
                paramLabel = "FILE",
                description = "Read the value from a file, as for secrets.")
        private @Nullable Path file;

        private final Terminal terminal;

        Assign(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            if ((value == null) == (file == null)) {
                throw new ParameterException(
                        java.util.Objects.requireNonNull(spec).commandLine(),
                        "Give either VALUE or --value-file FILE.");
            }
            String text = file == null
                    ? String.valueOf(value)
                    : Files.readString(file).strip();
            change(options, terminal, key, Optional.of(text));
            return ExitCode.OK;
        }
    }

    /** {@code config unset}. */
    @Command(name = "unset", description = "Take a key out of the database's layer; its default holds again.")
    static final class Unset implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        @Parameters(index = "0", paramLabel = "KEY", description = "As `config show` lists them.")
        private String key = "";

        private final Terminal terminal;

        Unset(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            change(options, terminal, key, Optional.empty());
            return ExitCode.OK;
        }
    }
}
