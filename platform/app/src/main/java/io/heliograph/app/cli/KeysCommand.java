package io.heliograph.app.cli;

import io.heliograph.app.wiring.Office;
import io.heliograph.core.database.StartProblem;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code heliograph keys ...}. */
@Command(
        name = "keys",
        description = "Look after the master key.",
        subcommands = {KeysCommand.Rotate.class})
final class KeysCommand {

    /** {@code keys rotate}. */
    @Command(
            name = "rotate",
            description = "Take a new master key and wrap every person's key anew. Stop the service first.")
    static final class Rotate implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        private final Terminal terminal;

        Rotate(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            try (Office office = Office.open(options.configuration())) {
                if (!office.record().folder().owned()) {
                    throw new StartProblem(
                            "A service uses the data folder " + office.dataFolder()
                                    + ", and would go on with the old key.",
                            "Stop it, rotate, and start it again.");
                }
                long wrapped = office.record().sealer().rotateMasterKey();
                terminal.out().println(wrapped + " keys wrapped anew. Keep a copy of master.key apart from the data.");
            }
            return ExitCode.OK;
        }
    }
}
