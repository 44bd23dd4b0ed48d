package io.heliograph.app.cli;

import java.util.Optional;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/** All commands, and how one is run. */
@Command(
        name = "heliograph",
        description = "Makes, keeps and shares pictures and videos, and keeps its promises about them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done, and the answer is no: a check failed, a request was refused",
            "64:the command line is wrong",
            "69:something that is needed is missing or taken",
            "70:a mistake of the program",
            "78:the configuration is wrong"
        },
        subcommands = {
            RunCommand.class,
            DoctorCommand.class,
            ConfigCommand.class,
            AdminCommand.class,
            UsersCommand.class,
            InvitesCommand.class,
            ApiKeysCommand.class,
            CreditsCommand.class,
            BillingCommand.class,
            PluginsCommand.class,
            KeysCommand.class,
            ReceiptsCommand.class,
            MigrateCommand.class,
            BenchCommand.class,
            AutoComplete.GenerateCompletion.class
        })
public final class Commands {
    private Commands() {}

    /** The tree of all commands, for running and for whoever wants to know whether a line is one. */
    public static CommandLine tree(Terminal terminal) {
        IFactory factory = new TerminalFactory(terminal);
        return new CommandLine(Commands.class, factory);
    }

    /** Runs one command; what it throws becomes a sentence and an exit code. */
    public static int run(Terminal terminal, String... arguments) {
        CommandLine line = tree(terminal);
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setCommandName(
                Optional.ofNullable(System.getenv("HELIOGRAPH_PROGRAM")).orElse("heliograph"));
        line.setExitCodeExceptionMapper(Failures::exitCode);
        line.setExecutionExceptionHandler((failure, command, parsed) -> Failures.report(failure, terminal));
        line.setParameterExceptionHandler((failure, ignoredArguments) -> Failures.usage(failure, terminal));
        return line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    /** Makes commands with the terminal as their constructor's argument. */
    private record TerminalFactory(Terminal terminal) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (var constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Terminal.class) {
                    return type.cast(constructor.newInstance(terminal));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
