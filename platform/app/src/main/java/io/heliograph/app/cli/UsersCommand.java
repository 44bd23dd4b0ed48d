package io.heliograph.app.cli;

import io.heliograph.app.wiring.Office;
import io.heliograph.core.account.People;
import io.heliograph.core.account.Person;
import io.heliograph.core.account.Role;
import io.heliograph.core.database.StartProblem;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code heliograph users ...}. Works beside a running service and before any administrator exists. */
@Command(
        name = "users",
        description = "Make and list accounts.",
        subcommands = {UsersCommand.Create.class, UsersCommand.ListAll.class})
final class UsersCommand {

    /** {@code users create}. */
    @Command(name = "create", description = "Make an account that can generate at once. Prints its id.")
    static final class Create implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        @Option(names = "--email", required = true, description = "Address to sign in with.")
        private String email = "";

        @Option(
                names = "--password-file",
                required = true,
                paramLabel = "FILE",
                description = "File whose first line is the password; - for standard input.")
        private String passwordFile = "";

        @Option(names = "--admin", description = "Make an administrator.")
        private boolean admin;

        private final Terminal terminal;

        Create(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            String password = password(passwordFile);
            try (Office office = Office.open(options.configuration())) {
                PrincipalId id = office.accounts()
                        .signUp()
                        .create(email, password, admin ? Role.ADMIN : Role.USER, Locale.ENGLISH);
                terminal.out().println(id);
            }
            return ExitCode.OK;
        }

        private static String password(String file) {
            try {
                String text = file.equals("-")
                        ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                        : Files.readString(Path.of(file));
                return text.lines().findFirst().orElse("");
            } catch (IOException unreadable) {
                throw new StartProblem(
                        "The password file " + file + " cannot be read.",
                        "Check that it exists, is UTF-8 and may be read by this user.",
                        unreadable);
            }
        }
    }

    /** {@code users list}. */
    @Command(name = "list", description = "List all accounts.")
    static final class ListAll implements Callable<Integer> {
        private static final int PAGE = 200;

        @Mixin
        private GlobalOptions options = new GlobalOptions();

        private final Terminal terminal;

        ListAll(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            try (Office office = Office.open(options.configuration())) {
                Optional<Cursor> from = Optional.empty();
                do {
                    Page<Person> page = office.accounts().people().page(People.Query.all(), from, PAGE);
                    page.items().forEach(this::print);
                    from = page.next();
                } while (from.isPresent());
            }
            return ExitCode.OK;
        }

        private void print(Person person) {
            terminal.out()
                    .println(person.id() + "  " + person.email() + "  "
                            + person.role().word() + (person.suspension().isPresent() ? "  suspended" : ""));
        }
    }
}
