package io.heliograph.app.cli;

import io.heliograph.app.wiring.Office;
import io.heliograph.core.billing.ledger.BillingCheck;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code heliograph billing ...}. */
@Command(
        name = "billing",
        description = "Check the books.",
        subcommands = {BillingCommand.Check.class})
final class BillingCommand {

    /** {@code billing check}. */
    @Command(name = "check", description = "Recompute every balance from its entries; exit 1 on a difference.")
    static final class Check implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        private final Terminal terminal;

        Check(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            try (Office office = Office.open(options.configuration())) {
                BillingCheck.Result result = new BillingCheck(office.record().tx())
                        .run(difference -> terminal.out().println(difference));
                terminal.out().println(result);
                return result.clean() ? ExitCode.OK : ExitCode.FAILED;
            }
        }
    }
}
