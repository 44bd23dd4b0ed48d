package io.heliograph.app.cli;

import io.heliograph.app.wiring.Office;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code heliograph admin ...}. */
@Command(
        name = "admin",
        description = "Let the first administrator in.",
        subcommands = {AdminCommand.Link.class})
final class AdminCommand {

    /** {@code admin link}. */
    @Command(
            name = "link",
            description = "Make a new one-time link for the first administrator, good for one hour. Earlier links end.")
    static final class Link implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        private final Terminal terminal;

        Link(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            try (Office office = Office.open(options.configuration())) {
                Optional<String> token = office.accounts().signUp().issueFirstLink();
                if (token.isEmpty()) {
                    terminal.err()
                            .println("There is an administrator already: sign in, or make another account with"
                                    + " `users create --admin`.");
                    return ExitCode.FAILED;
                }
                terminal.out().println(office.links().firstAdministrator(token.get()));
                return ExitCode.OK;
            }
        }
    }
}
