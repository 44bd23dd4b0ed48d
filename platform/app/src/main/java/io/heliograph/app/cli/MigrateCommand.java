package io.heliograph.app.cli;

import io.heliograph.app.wiring.Office;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code heliograph migrate}: opening the record brings its schema up to date. */
@Command(name = "migrate", description = "Bring the database's schema up to date and end.")
final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private GlobalOptions options = new GlobalOptions();

    private final Terminal terminal;

    MigrateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        try (Office office = Office.open(options.configuration())) {
            terminal.out()
                    .println("The schema is up to date ("
                            + office.record().availability().describe() + ").");
        }
        return ExitCode.OK;
    }
}
