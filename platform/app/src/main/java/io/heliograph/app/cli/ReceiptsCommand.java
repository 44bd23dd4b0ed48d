package io.heliograph.app.cli;

import io.heliograph.app.wiring.Office;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code heliograph receipts ...}: the signed receipts of deleted accounts. */
@Command(
        name = "receipts",
        description = "Check the signed receipts of deleted accounts.",
        subcommands = {ReceiptsCommand.Verify.class, ReceiptsCommand.Key.class})
final class ReceiptsCommand {

    /** {@code receipts verify}. */
    @Command(
            name = "verify",
            description = "Tell whether this installation signed a receipt, and what it says; exit 1 if it did not.")
    static final class Verify implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        @Parameters(paramLabel = "FILE", description = "The receipt as it was downloaded.")
        private Path file = Path.of("");

        private final Terminal terminal;

        Verify(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            try (Office office = Office.open(options.configuration())) {
                Optional<String> says = office.receipts().verify(text);
                says.ifPresentOrElse(
                        terminal.out()::println,
                        () -> terminal.err().println("This installation did not sign it, or it was changed."));
                return says.isPresent() ? ExitCode.OK : ExitCode.FAILED;
            }
        }
    }

    /** {@code receipts key}. */
    @Command(name = "key", description = "Print the public key that receipts are signed by (Ed25519, PEM).")
    static final class Key implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        private final Terminal terminal;

        Key(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            try (Office office = Office.open(options.configuration())) {
                terminal.out().print(office.receipts().publicKeyPem());
                terminal.out().flush();
                return ExitCode.OK;
            }
        }
    }
}
