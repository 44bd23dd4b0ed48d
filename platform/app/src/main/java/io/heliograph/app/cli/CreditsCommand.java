package io.heliograph.app.cli;

import io.heliograph.app.wiring.Office;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code heliograph credits ...}. */
@Command(
        name = "credits",
        description = "Give credits to people.",
        subcommands = {CreditsCommand.Grant.class})
final class CreditsCommand {

    /** {@code credits grant}. */
    @Command(name = "grant", description = "Grant credits to a person. Prints the new balance.")
    static final class Grant implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        @Option(names = "--user", required = true, paramLabel = "EMAIL", description = "Who gets them.")
        private String user = "";

        @Option(names = "--amount", required = true, description = "How many, at least 1.")
        private long amount;

        private final Terminal terminal;

        Grant(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            if (amount < 1) {
                throw ProblemException.field(ProblemType.VALIDATION, "--amount", "minimum", "a whole number from 1");
            }
            try (Office office = Office.open(options.configuration())) {
                PrincipalId person = office.accounts()
                        .accounts()
                        .byEmail(user)
                        .orElseThrow(() -> ProblemException.field(
                                ProblemType.NOT_FOUND, "--user", "unknown", "the e-mail address of an account"));
                office.billing().grant(office.record().ids().next(), person, amount);
                terminal.out().println(office.ledger().balance(person).available());
            }
            return ExitCode.OK;
        }
    }
}
