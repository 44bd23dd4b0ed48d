package io.heliograph.app.cli;

import io.heliograph.app.wiring.Office;
import io.heliograph.core.account.ApiKeys;
import io.heliograph.core.account.Permission;
import io.heliograph.core.account.Role;
import io.heliograph.kernel.ApiKeyId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code heliograph apikeys ...}. */
@Command(
        name = "apikeys",
        description = "Make, list and revoke keys for programs.",
        subcommands = {ApiKeysCommand.Create.class, ApiKeysCommand.ListAll.class, ApiKeysCommand.Revoke.class})
final class ApiKeysCommand {

    private static PrincipalId person(Office office, String email) {
        return office.accounts()
                .accounts()
                .byEmail(email)
                .orElseThrow(() -> ProblemException.field(
                        ProblemType.NOT_FOUND, "--user", "unknown", "the e-mail address of an account"));
    }

    /** {@code apikeys create}. */
    @Command(name = "create", description = "Make a key. The last line of output is the key, shown once.")
    static final class Create implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        @Option(names = "--user", required = true, paramLabel = "EMAIL", description = "Whose key it is.")
        private String user = "";

        @Option(names = "--name", defaultValue = "command line", description = "To know it again.")
        private String name = "";

        @Option(names = "--scope", split = ",", description = "What it may do; without it all that a key can.")
        private @Nullable List<String> scopes;

        @Option(names = "--days", description = "Ends after so many days; without it never.")
        private @Nullable Integer days;

        private final Terminal terminal;

        Create(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            if (days != null && days < 1) {
                throw ProblemException.field(ProblemType.VALIDATION, "--days", "minimum", "a whole number from 1");
            }
            try (Office office = Office.open(options.configuration())) {
                Set<String> words = scopes == null
                        ? ApiKeys.scopesOf(Role.USER).stream()
                                .map(Permission::word)
                                .collect(Collectors.toSet())
                        : Set.copyOf(scopes);
                ApiKeys.NewKey key = office.accounts()
                        .apiKeys()
                        .create(
                                person(office, user),
                                name,
                                words,
                                Optional.ofNullable(days).map(Duration::ofDays));
                terminal.out().println(key.secret());
            }
            return ExitCode.OK;
        }
    }

    /** {@code apikeys list}. */
    @Command(name = "list", description = "List a person's keys.")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        @Option(names = "--user", required = true, paramLabel = "EMAIL", description = "Whose keys.")
        private String user = "";

        private final Terminal terminal;

        ListAll(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            try (Office office = Office.open(options.configuration())) {
                office.accounts()
                        .apiKeys()
                        .list(person(office, user))
                        .forEach(entry -> terminal.out()
                                .println(entry.id() + "  " + entry.prefix() + "...  " + entry.name() + "  "
                                        + entry.scopes().stream()
                                                .map(Permission::word)
                                                .sorted()
                                                .collect(Collectors.joining(","))
                                        + (entry.revokedAt().isPresent() ? "  revoked" : "")));
            }
            return ExitCode.OK;
        }
    }

    /** {@code apikeys revoke}. */
    @Command(name = "revoke", description = "Revoke a key at once.")
    static final class Revoke implements Callable<Integer> {
        @Mixin
        private GlobalOptions options = new GlobalOptions();

        @Option(names = "--user", required = true, paramLabel = "EMAIL", description = "Whose key.")
        private String user = "";

        @Option(names = "--id", required = true, description = "The key's id, as the list shows it.")
        private String id = "";

        private final Terminal terminal;

        Revoke(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            try (Office office = Office.open(options.configuration())) {
                boolean revoked = ApiKeyId.parse(id)
                        .map(key -> office.accounts().apiKeys().revoke(person(office, user), key))
                        .orElse(false);
                terminal.err().println(revoked ? "Revoked." : "There is no such key of that person.");
                return revoked ? ExitCode.OK : ExitCode.FAILED;
            }
        }
    }
}
