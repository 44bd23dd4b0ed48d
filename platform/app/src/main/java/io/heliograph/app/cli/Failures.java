package io.heliograph.app.cli;

import io.heliograph.app.config.ConfigException;
import io.heliograph.app.config.ConfigProblem;
import io.heliograph.core.database.StartProblem;
import io.heliograph.core.tx.RecordUnavailableException;
import io.heliograph.kernel.FieldError;
import io.heliograph.kernel.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The edge of every command: turns what was thrown into one sentence with a remedy, and an exit code. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static int report(Exception failure, Terminal terminal) {
        switch (failure) {
            case ConfigException configuration -> {
                configuration.problems().stream().map(ConfigProblem::sentence).forEach(terminal.err()::println);
                terminal.err().println(configuration.getMessage() + "; nothing was started.");
            }
            case StartProblem start -> terminal.err().println(start.getMessage() + " " + start.remedy());
            case ProblemException problem -> {
                terminal.err().println("Refused: " + problem.getMessage());
                for (FieldError error : problem.errors()) {
                    terminal.err()
                            .println("  " + error.field() + ": " + error.code() + ", expected " + error.expected());
                }
            }
            case RecordUnavailableException away ->
                terminal.err().println("The database does not answer. Check that it runs, then try again.");
            default -> {
                LOG.error("Command failed", failure);
                terminal.err()
                        .println("Something went wrong that should not: "
                                + failure.getClass().getSimpleName()
                                + ". The lines above say more; please report them.");
            }
        }
        return exitCode(failure);
    }

    static int exitCode(Throwable failure) {
        return switch (failure) {
            case ConfigException configuration -> ExitCode.CONFIGURATION;
            case StartProblem start -> ExitCode.UNAVAILABLE;
            case RecordUnavailableException away -> ExitCode.UNAVAILABLE;
            case ProblemException problem -> ExitCode.FAILED;
            case ParameterException usage -> ExitCode.USAGE;
            default -> ExitCode.INTERNAL;
        };
    }

    static int usage(ParameterException failure, Terminal terminal) {
        terminal.err().println(failure.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, terminal.err());
        terminal.err()
                .println("See " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
        return ExitCode.USAGE;
    }
}
