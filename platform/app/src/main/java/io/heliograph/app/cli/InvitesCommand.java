package io.heliograph.app.cli;

import io.heliograph.app.wiring.Office;
import io.heliograph.core.account.Invites;
import io.heliograph.core.account.Role;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code heliograph invites ...}. */
@Command(
        name = "invites",
        description = "Invite people.",
        subcommands = {InvitesCommand.Create.class})
final class InvitesCommand {

    /** {@code invites create}. */
    @Command(name = "create", description = "Make an invitation. The last line of output is its link, shown once.")
    static final class Create implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        @Option(names = "--email", description = "For this address only; the invitation is also put into the outbox.")
        private @Nullable String email;

        @Option(names = "--admin", description = "For an administrator.")
        private boolean admin;

        @Option(names = "--note", description = "What it is for; administrators see it.")
        private @Nullable String note;

        private final Terminal terminal;

        Create(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            try (Office office = Office.open(options.configuration())) {
                Invites.NewInvite invite = office.accounts()
                        .invites()
                        .create(
                                Optional.empty(),
                                Optional.ofNullable(email),
                                admin ? Role.ADMIN : Role.USER,
                                Optional.ofNullable(note),
                                Invites.USUAL,
                                Locale.ENGLISH);
                terminal.out().println(office.links().invite(invite.token()));
            }
            return ExitCode.OK;
        }
    }
}
